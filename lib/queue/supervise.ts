import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../logger.ts";
import { readQueueStates } from "./state.ts";

/** How often claims are looked at: the work of a worker that died is given to another. */
export const superviseEveryMs = 5000;
/** How often finished entries are cleared away although nothing is claimed. */
const maintainEveryMs = 600_000;

/** Supervises the queues, often only while something is claimed. @returns what stops it */
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
