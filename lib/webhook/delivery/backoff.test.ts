import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import { type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { logger } from "../../logger.ts";

let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url });
  close = await openDeliveryHarness();
});
afterAll(async () => {
  await close();
  await receiver.close();
});

test("une base qui refuse n’est pas harcelée, et tout part quand elle revient", async () => {
  await publishBook("avant");
  await waitForDelivery("avant", ({ status }) => status === "delivered");
  const failedAt: number[] = [];
  vi.spyOn(logger, "error").mockImplementation((line) => {
    if (String(line).includes("boucle d’envoi")) failedAt.push(performance.now());
  });
  const watch = watchCpuSteal();
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
  expect(watch.elapsedMs(failedAt[0]!, failedAt[1])).toBeLessThan(3000);
  watch.stop();
  await waitForDelivery("pendant", ({ status }) => status === "delivered");
});
