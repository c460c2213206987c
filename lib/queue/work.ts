import type { Job, PgBoss } from "pg-boss";
import { wakeWhenDue } from "./due.ts";
import type { QueueData, QueueName } from "./queues.ts";

const options = {
  heartbeatRefreshSeconds: 1,
  /** Where the database announces nothing. */
  pollingIntervalSeconds: 0.5,
  /** A notification announces what is due at once, `wakeWhenDue` the rest: by itself a worker looks for what both missed. */
  notifyPollingIntervalSeconds: 30,
};

type Work<Name extends QueueName> = { concurrency: number; handle: (job: Job<QueueData[Name]>) => Promise<void> };

/**
 * Works a queue, so many entries at a time. What `handle` throws gives the entry back to the queue.
 * @returns what stops it, once the entries in hand are handled
 */
export async function workQueue<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  { concurrency, handle }: Work<Name>,
): Promise<() => Promise<void>> {
  const workers: string[] = [];
  const wake = () => {
    for (const worker of workers) boss.notifyWorker(worker);
  };
  for (let nth = 0; nth < concurrency; nth++) {
    const worker = await boss.work<QueueData[Name]>(name, options, async ([job]) => {
      try {
        if (job) await handle(job);
      } finally {
        // There may be more where this came from.
        boss.notifyWorker(worker);
      }
    });
    workers.push(worker);
  }
  const stopWaking = wakeWhenDue(boss, name, wake);
  return async () => {
    stopWaking();
    await boss.offWork(name, { wait: true });
  };
}
