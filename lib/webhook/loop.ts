import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../logger.ts";
import { type Claimed, claim, type DeliveryJob } from "./claim.ts";
import { type Finished, record } from "./record.ts";
import { attemptTimeoutMs, send } from "./send.ts";
import { createSlots } from "./slots.ts";

const heartbeatMs = 1000;
const batchingMs = 4;
const afterErrorMs = 500;
const stopPatienceMs = 3000;

/** The delivery loop of one process: `wake` looks for due deliveries, `stop` leaves what is in flight to its claim. */
export type DeliveryLoop = { wake: () => void; stop: () => Promise<void> };

export function createLoop(boss: PgBoss, { timeoutMs = attemptTimeoutMs } = {}): DeliveryLoop {
  const slots = createSlots<DeliveryJob>();
  const stopping = new AbortController();
  let finished: Finished[] = [];
  let looking = false;
  let lookAgain = false;
  /** More was due than there was room for. */
  let hungry = false;
  let recording: Promise<void> | undefined;

  async function look() {
    let more: boolean;
    do {
      lookAgain = false;
      const { batchSize, fullGroups } = slots.room();
      hungry = batchSize === 0 || fullGroups.length > 0;
      if (batchSize === 0) return;
      const { claimed, taken } = await claim(boss, { batchSize, ignoreGroups: fullGroups });
      more = taken === batchSize;
      hungry ||= more;
      for (const one of claimed) void attempt(one);
      // The embedded database answers without leaving the microtask queue: let the requests leave.
      await setImmediate();
    } while ((lookAgain || more) && !stopping.signal.aborted);
  }

  async function attempt(claimed: Claimed) {
    const { signal } = stopping;
    slots.take(claimed.job);
    const result = await send(claimed.event, claimed.config, { headers: claimed.headers, timeoutMs, signal });
    slots.land(claimed.job);
    if (signal.aborted) return;
    finished.push({ claimed, result });
    recording ??= recordSoon();
  }

  async function recordSoon() {
    await sleep(batchingMs);
    while (finished.length > 0) {
      const batch = finished;
      finished = [];
      if (hungry) wake();
      try {
        await record(boss, batch);
        slots.free(batch.map(({ claimed }) => claimed.job));
        if (hungry) wake();
      } catch (error) {
        logger.error("❌ Erreur à l’enregistrement des envois", describeError(error));
        finished = [...batch, ...finished];
        if (stopping.signal.aborted) break;
        await sleep(afterErrorMs);
      }
    }
    recording = undefined;
  }

  function wake() {
    lookAgain = true;
    if (looking || stopping.signal.aborted) return;
    looking = true;
    look()
      .catch((error) => logger.error("❌ Erreur de la boucle d’envoi", describeError(error)))
      .finally(() => {
        looking = false;
        if (lookAgain) wake();
      });
  }

  const heartbeat = setInterval(() => {
    const jobs = slots.held();
    if (jobs.length === 0) return;
    boss.touch("delivery", jobs).catch((error) => logger.error("❌ Erreur de la file d’envoi", describeError(error)));
  }, heartbeatMs);

  async function stop() {
    const deadline = performance.now() + stopPatienceMs;
    slots.close();
    while ((looking || slots.held().length > 0) && performance.now() < deadline) await sleep(20);
    stopping.abort();
    await recording;
    clearInterval(heartbeat);
  }

  return { wake, stop };
}
