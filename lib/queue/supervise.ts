import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../logger.ts";
import { readQueueStates } from "./state.ts";

/** Claims of dead workers are given to others this often. */
export const superviseEveryMs = 5000;
/** Finished entries are deleted this often while nothing is claimed. */
const maintainEveryMs = 600_000;

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
