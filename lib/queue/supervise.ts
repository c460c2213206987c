import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../logger.ts";
import { readQueueStates } from "./state.ts";

/** The interval at which the claims of dead workers are given to others. */
export const superviseEveryMs = 5000;
/** The longest interval between deletions of finished entries while nothing is claimed. */
const maintainEveryMs = 600_000;

/** Supervises the queues, more often while entries are claimed. @returns a function that stops it */
export function startSupervision(boss: PgBoss): () => void {
  let lastMs = performance.now();
  const supervise = async () => {
    const isOverdue = performance.now() - lastMs >= maintainEveryMs;
    if (!isOverdue && !(await readQueueStates(boss)).some(({ active }) => active)) return;
    lastMs = performance.now();
    await boss.supervise();
  };
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    supervise()
      .catch((error) => logger.error("❌ Erreur de la file d’attente", describeError(error)))
      .finally(() => {
        running = false;
      });
  }, superviseEveryMs);
  return () => clearInterval(timer);
}
