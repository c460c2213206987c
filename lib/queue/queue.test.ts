import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { embedded, transaction } from "../database/client.ts";
import { boss } from "./boss.ts";
import { wakeWhenDue } from "./due.ts";
import { ClaimLost, completeEntry, enqueue } from "./enqueue.ts";
import { readQueueStates } from "./state.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const data = { jobId: "j", run: 1 };

test("ce qui est annulé n’est pas mis en file", async () => {
  const failed = transaction(async (tx) => {
    await enqueue(tx, "research", data);
    throw new Error("annulé");
  });
  await expect(failed).rejects.toThrow("annulé");
  expect(await (await boss()).fetch("research")).toEqual([]);
});

test("une tâche n’est réglée qu’une fois, par celui qui la tient", async () => {
  const queue = await boss();
  await transaction((tx) => enqueue(tx, "outline", data));
  const [job] = await queue.fetch("outline", { includeMetadata: true });
  if (!job) throw new Error("rien à prendre");
  await transaction((tx) => completeEntry(tx, "outline", job));
  await expect(transaction((tx) => completeEntry(tx, "outline", job))).rejects.toThrow(ClaimLost);
});

/** @returns when the worker was woken, and what ends the watch */
async function watchWakes(name: "review" | "finalize") {
  const wokenAt: number[] = [];
  const stop = wakeWhenDue(await boss(), name, () => wokenAt.push(Date.now()));
  return { wokenAt, stop };
}

test("ce qui est dû plus tard réveille à son heure, sans que rien d’autre n’arrive", async () => {
  const { wokenAt, stop } = await watchWakes("review");
  const dueAt = new Date(Date.now() + 2500);
  await transaction((tx) => enqueue(tx, "review", data, { startAfter: dueAt }));
  await expect.poll(() => wokenAt.length).toBeGreaterThan(0);
  stop();
  expect(wokenAt[0]).toBeGreaterThanOrEqual(dueAt.getTime());
  expect(wokenAt[0]).toBeLessThan(dueAt.getTime() + 3000);
});

test("ce qui est mis en file avant un regard et validé après lui réveille aussi", async () => {
  const { wokenAt, stop } = await watchWakes("finalize");
  await transaction(async (tx) => {
    await enqueue(tx, "finalize", data, { startAfter: new Date(Date.now() + 500) });
    await sleep(2500);
  });
  const validatedAt = Date.now();
  await expect.poll(() => wokenAt.length).toBeGreaterThan(0);
  stop();
  expect(wokenAt[0]).toBeLessThan(validatedAt + 3000);
});

test.skipIf(process.env.TEST_DATABASE_URL)(
  "tant que rien ne s’y passe, la base embarquée n’est pas relue",
  async () => {
    const database = embedded();
    if (!database) throw new Error("pas de base embarquée");
    const queue = await boss();
    const peek = vi.spyOn(database, "peek");
    const first = await readQueueStates(queue);
    expect(await readQueueStates(queue)).toEqual(first);
    expect(peek.mock.calls.length).toBeLessThanOrEqual(1);
    await transaction((tx) => enqueue(tx, "outline", data, { startAfter: new Date(Date.now() + 60_000) }));
    const then = await readQueueStates(queue);
    expect(then.find(({ name }) => name === "outline")?.dueAt?.getTime()).toBeGreaterThan(Date.now() + 50_000);
  },
);
