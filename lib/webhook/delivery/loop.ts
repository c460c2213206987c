import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../../logger.ts";
import { attemptTimeoutMs, send } from "../attempt/send.ts";
import { struggles } from "../attempt/throttling.ts";
import { wakeSenders } from "../schedule/delivery-queue.ts";
import { type Claim, claim } from "./claim.ts";
import type { Claimed, DeliveryJob } from "./attempt-rows.ts";
import { type Finished, record } from "./record.ts";
import { createSlots } from "./concurrency.ts";

/** As many as an endpoint may have in flight; half of it and twice as many drain a backlog no faster (docs/measurements.md). */
const batchSize = 100;
const heartbeatMs = 1000;
const batchingMs = 4;
const afterErrorMs = 500;
const stopPatienceMs = 3000;
const patiences = [250, 500, 1000, 2000, 5000] as const;

/** Due times are compared by the database's clock: a timer of ours fires a little later. */
const marginMs = 10;

/** What is due later than this is found by the poll. */
export const pollMs = 1000;

/** The delivery loop of one process: `wake` looks for due deliveries, `stop` leaves what is in flight to its claim. */
export type DeliveryLoop = { wake: () => void; stop: () => Promise<void> };

export function createLoop(boss: PgBoss, { timeoutMs = attemptTimeoutMs } = {}): DeliveryLoop {
  const slots = createSlots<DeliveryJob>();
  const stopping = new AbortController();
  let finished: Finished[] = [];
  let closed = false;
  let looking = false;
  /** Something may have become due that no slot knows of. */
  let due = false;
  let failures = 0;
  let recording: Promise<void> | undefined;

  const somethingToDo = () => !closed && (due || slots.reopened() || slots.resumable());

  async function takeOnce(): Promise<Claim> {
    const fetching = due || slots.reopened();
    due = false;
    const resumed = slots.resume();
    const fetch = fetching ? { batchSize, ignoreGroups: slots.passOver() } : { batchSize: 0 };
    try {
      return await claim(boss, { ...fetch, resumed, split: slots.split });
    } catch (error) {
      slots.park(resumed);
      throw error;
    }
  }

  async function look() {
    while (somethingToDo()) {
      const { claimed, parked, fetched } = await takeOnce();
      failures = 0;
      slots.park(parked);
      due ||= fetched === batchSize;
      for (const one of claimed) void attempt(one);
      // The embedded database answers without leaving the microtask queue: let the requests leave.
      await setImmediate();
    }
  }

  async function attempt(claimed: Claimed) {
    const { signal } = stopping;
    slots.take(claimed.job);
    const result = await send(claimed.event, claimed.config, { headers: claimed.headers, timeoutMs, signal });
    slots.land(claimed.job, { struggles: struggles(result) });
    if (signal.aborted) return;
    finished.push({ claimed, result });
    recording ??= recordSoon();
  }

  async function recordSoon() {
    await sleep(batchingMs);
    let together = true;
    while (finished.length > 0) {
      const batch = together ? finished : finished.slice(0, 1);
      finished = finished.slice(batch.length);
      start();
      try {
        const soonest = await record(boss, batch);
        slots.free(batch.map(({ claimed }) => claimed.job));
        if (soonest !== undefined && soonest < pollMs) wakeIn(soonest + marginMs);
        start();
      } catch (error) {
        logger.error("❌ Erreur à l’enregistrement des envois", describeError(error));
        // One that cannot be recorded holds back itself alone.
        together = false;
        finished = [...finished, ...batch];
        if (stopping.signal.aborted) break;
        await sleep(afterErrorMs);
      }
    }
    recording = undefined;
  }

  function wake() {
    due = true;
    start();
  }

  const wakeIn = (ms: number) => setTimeout(wake, ms).unref();

  function start() {
    if (looking || !somethingToDo()) return;
    looking = true;
    look()
      .catch(async (error) => {
        due = true;
        logger.error("❌ Erreur de la boucle d’envoi", describeError(error));
        await sleep(patiences[Math.min(failures++, patiences.length - 1)], undefined, { signal: stopping.signal });
      })
      .catch(() => undefined)
      .finally(() => {
        looking = false;
        start();
      });
  }

  const heartbeat = setInterval(() => {
    const jobs = slots.held();
    if (jobs.length === 0) return;
    boss.touch("delivery", jobs).catch((error) => logger.error("❌ Erreur de la file d’envoi", describeError(error)));
  }, heartbeatMs);

  /** What is parked has no attempt on record: it goes back to the queue as it came. */
  async function giveBack() {
    const parked = slots.unpark();
    if (parked.length === 0) return;
    await boss
      .fail("delivery", parked)
      .then(() => wakeSenders())
      .catch((error) => logger.error("❌ Erreur de la file d’envoi", describeError(error)));
  }

  async function stop() {
    const deadline = performance.now() + stopPatienceMs;
    closed = true;
    const busy = () => (looking && failures === 0) || slots.inFlight() > 0;
    await giveBack();
    while (busy() && performance.now() < deadline) await sleep(20);
    stopping.abort();
    await recording;
    await giveBack();
    clearInterval(heartbeat);
  }

  return { wake, stop };
}
