import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../../logger.ts";
import type { QueueData } from "../../queue/queues.ts";
import { feed } from "./bulk-feed.ts";

const atOnce = 4;
const restMs = 50;
const afterErrorMs = 500;

/**
 * Starts the workers that feed bulk resends to the delivery queue.
 * @returns what stops them: they hand their work back to the queue, and it goes on where it was
 */
export async function startResends(boss: PgBoss): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const work = async (id: string, claim: AbortSignal) => {
    const signal = AbortSignal.any([stopping.signal, claim]);
    for (;;) {
      signal.throwIfAborted();
      const state = await feed(boss, id).catch(async (error) => {
        logger.error("❌ Erreur d’un renvoi groupé", describeError(error));
        await sleep(afterErrorMs, undefined, { signal });
        return "full" as const;
      });
      if (state === "over") return;
      if (state === "full") await sleep(restMs, undefined, { signal });
    }
  };
  await boss.work<QueueData["resend"]>(
    "resend",
    {
      localConcurrency: atOnce,
      heartbeatRefreshSeconds: 1,
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 1,
    },
    async ([job]) => job && work(job.data.bulkResendId, job.signal),
  );
  return async () => {
    const stopped = boss.offWork("resend", { wait: true });
    stopping.abort();
    await stopped;
  };
}
