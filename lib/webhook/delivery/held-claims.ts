import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../../logger.ts";
import { wakeSenders } from "../schedule/delivery-queue.ts";
import type { DeliveryJob } from "./attempt-rows.ts";

const heartbeatMs = 1000;

const logQueueError = (error: unknown) => logger.error("❌ Erreur de la file d’envoi", describeError(error));

/** Keeps the claims of held jobs alive. @returns a function that stops it */
export function keepAlive(boss: PgBoss, heldJobs: () => DeliveryJob[]): () => void {
  const timer = setInterval(() => {
    const jobs = heldJobs();
    if (jobs.length > 0) boss.touch("delivery", jobs).catch(logQueueError);
  }, heartbeatMs);
  return () => clearInterval(timer);
}

/** Gives jobs without an attempt on record back to the queue as they came. */
export async function giveBack(boss: PgBoss, jobs: DeliveryJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await boss
    .fail("delivery", jobs)
    .then(() => wakeSenders())
    .catch(logQueueError);
}
