import type { Job, PgBoss } from "pg-boss";
import { embedded } from "../database/client.ts";
import { wakeWhenDue } from "./due.ts";
import type { QueueData, QueueName } from "./queues.ts";

const optionsOn = (isEmbedded: boolean) => ({
  heartbeatRefreshSeconds: 1,
  /** For a database without notifications. */
  pollingIntervalSeconds: 0.5,
  /**
   * Notifications announce entries due at once, `wakeWhenDue` the others: polling finds only what both missed. The embedded
   * database loses no notification.
   */
  notifyPollingIntervalSeconds: isEmbedded ? 600 : 30,
});

type Work<Name extends QueueName> = { concurrency: number; handle: (job: Job<QueueData[Name]>) => Promise<void> };

/** An error of `handle` gives the entry back. @returns a function that stops it after the entries in hand */
export async function workQueue<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  { concurrency, handle }: Work<Name>,
): Promise<() => Promise<void>> {
  const workers: string[] = [];
  const options = optionsOn(embedded() !== undefined);
  const wake = () => {
    for (const worker of workers) boss.notifyWorker(worker);
  };
  for (let nth = 0; nth < concurrency; nth++) {
    const worker = await boss.work<QueueData[Name]>(name, options, async ([job]) => {
      try {
        if (job) await handle(job);
      } finally {
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
