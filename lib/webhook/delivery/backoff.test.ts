import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deliveryWhen, openSending, publishBook, setVariables } from "#testing/harness/sending.ts";
import { watchStolen } from "#testing/machine/event-loop.ts";
import { type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { logger } from "../../logger.ts";

let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setVariables({ WEBHOOK_URL: receiver.url });
  close = await openSending();
});
afterAll(async () => {
  await close();
  await receiver.close();
});

test("une base qui refuse n’est pas harcelée, et tout part quand elle revient", async () => {
  await publishBook("avant");
  await deliveryWhen("avant", ({ status }) => status === "delivered");
  const failedAt: number[] = [];
  vi.spyOn(logger, "error").mockImplementation((line) => {
    if (String(line).includes("boucle d’envoi")) failedAt.push(performance.now());
  });
  const watch = watchStolen();
  await db().$executeRaw`ALTER TABLE "Attempt" RENAME TO "AttemptAway"`;
  await publishBook("pendant");
  while (failedAt.length < 4) {
    await db().$executeRaw`SELECT pg_notify('sorami_delivery', '')`;
    await sleep(20);
  }
  await db().$executeRaw`ALTER TABLE "AttemptAway" RENAME TO "Attempt"`;
  const pauses = failedAt.slice(1).map((at, index) => at - failedAt[index]!);
  // Each twice as long as the one before, but for what a timer may fire early.
  for (const [index, least] of [240, 490, 990].entries()) expect(pauses[index]).toBeGreaterThanOrEqual(least);
  expect(watch.own(failedAt[0]!, failedAt[1])).toBeLessThan(3000);
  watch.stop();
  await deliveryWhen("pendant", ({ status }) => status === "delivered");
});
