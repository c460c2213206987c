import { setImmediate as turnOfLoop } from "node:timers/promises";
import { expect, test } from "vitest";
import { shareReads } from "./share-reads.ts";

/** A source whose reads end when told, each with the value that it had when the read began. */
function openSource() {
  const source = { value: 0, running: 0, most: 0, ends: [] as (() => void)[] };
  const read = shareReads(async () => {
    const { value } = source;
    source.running += 1;
    source.most = Math.max(source.most, source.running);
    await new Promise<void>((end) => source.ends.push(end));
    source.running -= 1;
    if (value < 0) throw new Error("hors service");
    return value;
  });
  const endAll = async () => {
    for (let turn = 0; turn < 3; turn++) {
      for (const end of source.ends.splice(0)) end();
      await turnOfLoop();
    }
  };
  return { source, read, endAll };
}

test("qui vient pendant une lecture reçoit la suivante, partagée, jamais une plus ancienne que lui", async () => {
  const { source, read, endAll } = openSource();
  const first = read();
  source.value = 1;
  const others = Array.from({ length: 50 }, read);
  source.value = 2;
  await endAll();
  expect(await first).toBe(0);
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
  expect(source.most).toBe(1);
  source.value = 3;
  const later = read();
  await endAll();
  expect(await later).toBe(3);
});

test("une lecture qui échoue n’arrête pas les suivantes", async () => {
  const { source, read, endAll } = openSource();
  source.value = -1;
  const failing = [read(), read()].map((one) => one.catch((error: Error) => error.message));
  await turnOfLoop();
  for (const end of source.ends.splice(0)) end();
  source.value = 5;
  await endAll();
  const last = read();
  await endAll();
  expect([await failing[0], await last]).toEqual(["hors service", 5]);
});
