import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { now } from "./clock.ts";
import { deletedJobPruner } from "./generation/jobs/prune.ts";
import { answerPruners } from "./generation/money/prune.ts";
import { referencePruners } from "./generation/references/references.ts";
import { startGeneration } from "./generation/worker/worker.ts";
import { libraryPruners } from "./library/prune.ts";
import { perProcess } from "./per-process.ts";
import { startQueue, stopQueue } from "./queue/boss.ts";
import { isDue, readQueueStates } from "./queue/state.ts";
import { superviseEveryMs } from "./queue/supervise.ts";
import { startRetention } from "./retention.ts";
import { startDelivery } from "./webhook/delivery/worker.ts";
import { webhookPruners } from "./webhook/prune.ts";
import { startResends } from "./webhook/resend/worker.ts";

const pauseMs = 200;
/** A drain waits for entries that become due so soon, such as a delivery's second attempt. */
const waitedForMs = 15_000;
/** The shares of a function's time after which it begins nothing more, and after which it cuts off what has not ended. */
const shares = { begin: 0.6, end: 0.93 };

const starters = [
  startGeneration,
  startResends,
  startDelivery,
  async () =>
    startRetention([...webhookPruners, ...libraryPruners, ...answerPruners, ...referencePruners, deletedJobPruner]),
];

async function start(boss: PgBoss): Promise<(graceMs?: number) => Promise<void>> {
  const stops: ((graceMs?: number) => Promise<void>)[] = [];
  const stop = async (graceMs = 0) => {
    await Promise.all(stops.map((stopOne) => stopOne(graceMs)));
  };
  try {
    for (const starter of starters) stops.push(await starter(boss));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns a function that stops the queue and its workers; unfinished work resumes elsewhere or at the next start */
export async function startWorkers(): Promise<() => Promise<void>> {
  const stop = await start(await startQueue("resident"));
  return async () => {
    await stop();
    await stopQueue();
  };
}

async function isIdle(boss: PgBoss): Promise<boolean> {
  const soon = new Date(now().getTime() + waitedForMs);
  return (await readQueueStates(boss)).every((queue) => !isDue(queue, soon) && !queue.active);
}

async function workUntilIdle(lifeMs: number): Promise<boolean> {
  const startMs = performance.now();
  const leftMs = (share: number) => startMs + share * lifeMs - performance.now();
  const boss = await startQueue("serverless");
  const stop = await start(boss);
  try {
    for (let supervised = Number.NEGATIVE_INFINITY; ; await sleep(pauseMs)) {
      if (performance.now() - supervised >= superviseEveryMs) {
        await boss.supervise();
        supervised = performance.now();
      }
      if ((await isIdle(boss)) || leftMs(shares.begin) <= 0) break;
    }
  } finally {
    await stop(Math.max(0, leftMs(shares.end)));
  }
  // Reads the state once more: an entry queued while the workers stopped would have no worker.
  return isIdle(boss);
}

const draining = perProcess<{ current?: Promise<boolean> }>("drain", () => ({}));

/**
 * Works the queue until nothing is due, or begins nothing more once most of a function's life is over: calls in flight may
 * use the rest but for a margin, and unfinished entries go back.
 * @returns whether nothing was left to do
 */
export function drain(lifeMs: number): Promise<boolean> {
  const drains = draining.get();
  drains.current ??= workUntilIdle(lifeMs).finally(() => {
    delete drains.current;
  });
  return drains.current;
}
