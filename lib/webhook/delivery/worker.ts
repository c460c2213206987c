import type { PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { transaction } from "../../database/client.ts";
import { describeError, logger } from "../../logger.ts";
import { wakeWhenDue } from "../../queue/due.ts";
import { attemptTimeoutMs } from "../attempt/send.ts";
import { blockedReason, readConfig } from "../endpoints/config.ts";
import { wakeChannel } from "../schedule/delivery-queue.ts";
import { createDeliveryLoop } from "./loop.ts";

const closeTestsEveryMs = 30_000;

async function closeAbandonedTests() {
  const startedAt = { lt: new Date(now().getTime() - 2 * attemptTimeoutMs) };
  // Found by its delivery, which an index knows: attempts are millions.
  const delivery = { status: "pending" as const, eventType: "webhook.test" };
  const abandoned = { trigger: "test" as const, outcome: "in_flight" as const, startedAt, delivery };
  await transaction(async (tx) => {
    const interrupted = { outcome: "interrupted", finishedAt: now() } as const;
    const attempts = await tx.attempt.updateManyAndReturn({
      where: abandoned,
      data: interrupted,
      select: { deliveryId: true },
    });
    if (attempts.length === 0) return;
    const ids = attempts.map(({ deliveryId }) => deliveryId);
    await tx.delivery.updateMany({ where: { id: { in: ids } }, data: { status: "failed", updatedAt: now() } });
  });
}

/** @returns what stops it: attempts in flight after 3 s are left to their claim, and sent again by its next holder */
export async function startDelivery(boss: PgBoss, options: { timeoutMs?: number } = {}): Promise<() => Promise<void>> {
  const reason = blockedReason(await readConfig());
  if (reason) logger.warn(`⚠️ Envoi des webhooks désactivé : ${reason}`);
  await closeAbandonedTests();
  const loop = createDeliveryLoop(boss, options);
  const listening = await boss
    .getDb()
    .listen?.(wakeChannel, loop.wake, loop.wake)
    .catch(async (error) => {
      await loop.stop();
      throw error;
    });
  const stopWaking = wakeWhenDue(boss, "delivery", loop.wake);
  // Again and again: a test that was cut off a moment ago is not old enough yet.
  const closingTests = setInterval(
    () => closeAbandonedTests().catch((error) => logger.error("❌ Erreur du guet des tests", describeError(error))),
    closeTestsEveryMs,
  );
  loop.wake();
  return async () => {
    stopWaking();
    clearInterval(closingTests);
    await listening?.close();
    await loop.stop();
  };
}
