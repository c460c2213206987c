import type { PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { attemptTimeoutMs } from "../attempt/send.ts";
import { blockedReason, readConfig } from "../endpoints/config.ts";
import { createLoop, pollMs } from "./loop.ts";
import { wakeChannel } from "./queue.ts";

/** A test that its process did not survive is over: nobody will ever send it again. */
async function closeAbandonedTests() {
  const startedAt = { lt: new Date(now().getTime() - 2 * attemptTimeoutMs) };
  const abandoned = { trigger: "test" as const, outcome: "in_flight" as const, startedAt };
  const attempts = await db().attempt.findMany({ where: abandoned, select: { deliveryId: true } });
  await db().attempt.updateMany({ where: abandoned, data: { outcome: "interrupted", finishedAt: now() } });
  const ids = attempts.map(({ deliveryId }) => deliveryId);
  await db().delivery.updateMany({ where: { id: { in: ids } }, data: { status: "failed", updatedAt: now() } });
}

/**
 * Starts sending, in this process: woken by the commit that queues a delivery, and every second for what
 * has become due unannounced. Says in the log when nothing can be sent.
 * @returns what stops it: attempts still in flight after 3 s are left to their claim, and sent again by the next holder
 */
export async function startDelivery(boss: PgBoss, options: { timeoutMs?: number } = {}): Promise<() => Promise<void>> {
  const reason = blockedReason(await readConfig());
  if (reason) logger.warn(`⚠️ Envoi des webhooks désactivé : ${reason}`);
  await closeAbandonedTests();
  const loop = createLoop(boss, options);
  const listening = await boss
    .getDb()
    .listen?.(wakeChannel, loop.wake, loop.wake)
    .catch(async (error) => {
      await loop.stop();
      throw error;
    });
  const poll = setInterval(loop.wake, pollMs);
  loop.wake();
  return async () => {
    clearInterval(poll);
    await listening?.close();
    await loop.stop();
  };
}
