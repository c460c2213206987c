import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../../logger.ts";
import { dueEveryMs } from "../../queue/due.ts";
import { attemptTimeoutMs, send } from "../attempt/send.ts";
import { shouldReduceConcurrency } from "../attempt/throttling.ts";
import { type Claimed, type DeliveryJob, recordReplacement } from "./attempt-rows.ts";
import { type Claim, claim } from "./claim.ts";
import { createConcurrencyLimiter } from "./concurrency.ts";
import { giveBack, keepAlive } from "./held-claims.ts";
import { createRecorder } from "./recorder.ts";

/** The most requests in flight to one endpoint; half and twice as many drain a backlog no faster (docs/measurements.md). */
const batchSize = 100;
const stopTimeoutMs = 3000;
const backoffMs = [250, 500, 1000, 2000, 5000] as const;

/** Due times are compared by the database's clock, so timers here fire a little later. */
const marginMs = 10;

export type DeliveryLoop = { wake: () => void; stop: () => Promise<void> };

export function createDeliveryLoop(boss: PgBoss, { timeoutMs = attemptTimeoutMs } = {}): DeliveryLoop {
  const limiter = createConcurrencyLimiter<DeliveryJob>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let closed = false;
  let claiming = false;
  /** Something may have become due that the limiter does not know of. */
  let mayBeDue = false;
  let failures = 0;

  const recorder = createRecorder(boss, {
    signal,
    onBatch: start,
    onRecorded(batch, nextInMs) {
      limiter.markRecorded(batch.map(({ claimed }) => claimed.job));
      if (nextInMs !== undefined && nextInMs < dueEveryMs) setTimeout(wake, nextInMs + marginMs).unref();
      start();
    },
  });
  const stopKeepingAlive = keepAlive(boss, limiter.heldJobs);

  const hasWork = () => !closed && (mayBeDue || limiter.hasReopened() || limiter.hasResumable());

  async function claimOnce(): Promise<Claim> {
    const fetches = mayBeDue || limiter.hasReopened();
    mayBeDue = false;
    const resumed = limiter.takeResumable();
    const fetch = fetches ? { batchSize, ignoreGroups: limiter.excludedGroups() } : { batchSize: 0 };
    try {
      return await claim(boss, { ...fetch, resumed, split: limiter.split });
    } catch (error) {
      limiter.defer(resumed);
      throw error;
    }
  }

  async function claimAll() {
    while (hasWork()) {
      const { claimed, deferred, fetched } = await claimOnce();
      failures = 0;
      limiter.defer(deferred);
      mayBeDue ||= fetched === batchSize;
      for (const one of claimed) void attempt(one);
      // The embedded database seldom leaves the microtask queue: requests would wait for the next claim.
      await setImmediate();
    }
  }

  async function attempt(claimed: Claimed) {
    limiter.acquire(claimed.job);
    const { event, config, headers } = claimed;
    const beforeSecond = () => recordReplacement(claimed);
    const result = await send(event, config, { headers, timeoutMs, signal, beforeSecond });
    limiter.release(claimed.job, { overloaded: shouldReduceConcurrency(result) });
    if (!signal.aborted) recorder.add({ claimed, result });
  }

  async function backOff(error: unknown) {
    mayBeDue = true;
    logger.error("❌ Erreur de la boucle d’envoi", describeError(error));
    const waitMs = backoffMs[Math.min(failures, backoffMs.length - 1)];
    failures += 1;
    await sleep(waitMs, undefined, { signal });
  }

  function start() {
    if (claiming || !hasWork()) return;
    claiming = true;
    claimAll()
      .catch(backOff)
      .catch(() => undefined)
      .finally(() => {
        claiming = false;
        start();
      });
  }

  function wake() {
    mayBeDue = true;
    start();
  }

  async function stop() {
    const deadline = performance.now() + stopTimeoutMs;
    closed = true;
    const isBusy = () => (claiming && failures === 0) || limiter.countInFlight() > 0;
    await giveBack(boss, limiter.takeDeferred());
    while (isBusy() && performance.now() < deadline) await sleep(20);
    stopping.abort();
    await recorder.drain();
    await giveBack(boss, limiter.takeDeferred());
    stopKeepingAlive();
  }

  return { wake, stop };
}
