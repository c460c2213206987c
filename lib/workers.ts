import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { answerPruners } from "./generation/money/prune.ts";
import { startGeneration } from "./generation/worker/worker.ts";
import { libraryPruners } from "./library/prune.ts";
import { perProcess } from "./per-process.ts";
import { startQueue, stopQueue } from "./queue/boss.ts";
import { readQueueStates } from "./queue/state.ts";
import { superviseEveryMs } from "./queue/supervise.ts";
import { startRetention } from "./retention.ts";
import { startDelivery } from "./webhook/delivery/worker.ts";
import { webhookPruners } from "./webhook/prune.ts";
import { startResends } from "./webhook/resend/worker.ts";

const pauseMs = 200;

const starters = [
  startGeneration,
  startResends,
  startDelivery,
  async () => startRetention([...webhookPruners, ...libraryPruners, ...answerPruners]),
];

async function start(boss: PgBoss): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.map((stopOne) => stopOne()));
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

const isIdle = async (boss: PgBoss) => (await readQueueStates(boss)).every(({ due, active }) => !due && !active);

async function workUntilIdle(budgetMs: number): Promise<boolean> {
  const deadline = performance.now() + budgetMs;
  const boss = await startQueue("serverless");
  const stop = await start(boss);
  try {
    for (let supervised = Number.NEGATIVE_INFINITY; ; await sleep(pauseMs)) {
      if (performance.now() - supervised >= superviseEveryMs) {
        await boss.supervise();
        supervised = performance.now();
      }
      if ((await isIdle(boss)) || performance.now() >= deadline) break;
    }
  } finally {
    await stop();
  }
  // Reads the state once more: an entry queued while the workers stopped would have no worker.
  return isIdle(boss);
}

const draining = perProcess<{ current?: Promise<boolean> }>("drain", () => ({}));

/** Gives unfinished entries back once the budget is spent. @returns whether nothing was left to do */
export function drain(budgetMs: number): Promise<boolean> {
  const drains = draining.get();
  drains.current ??= workUntilIdle(budgetMs).finally(() => {
    delete drains.current;
  });
  return drains.current;
}
