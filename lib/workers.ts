import { startGeneration } from "./generation/worker.ts";
import { startQueue, stopQueue } from "./queue/boss.ts";
import { startDelivery } from "./webhook/worker.ts";

/**
 * Starts the queue and everything that works from it, in this process.
 * @returns what stops them: running work is left to its claim and resumes elsewhere or at the next start
 */
export async function startWorkers(): Promise<() => Promise<void>> {
  const boss = await startQueue("resident");
  const stops = [await startGeneration(boss), await startDelivery(boss)];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await stopQueue();
  };
}
