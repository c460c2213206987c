import { setImmediate } from "node:timers/promises";
import { now, sleep } from "../../clock.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { Failure } from "../failure.ts";
import { RetryLater } from "../stage-state/postpone.ts";
import { RateLimiterState } from "./rate-limiter-state.ts";
import { recordRateLimited } from "./record-rate-limited.ts";
import { markAnswered, minApartMs, reserveSlot } from "./reserve-slot.ts";

function change<Result>(
  model: string,
  by: (state: RateLimiterState, tx: Transaction) => Promise<{ state: RateLimiterState } & Result>,
) {
  return transaction(async (tx) => {
    await tx.rateLimiter.createMany({ data: { model, state: {} }, skipDuplicates: true });
    const rows = await tx.$queryRaw<{ state: unknown }[]>`
      SELECT state FROM "RateLimiter" WHERE model = ${model} FOR UPDATE`;
    const before = RateLimiterState.parse(rows[0]?.state ?? {});
    const changed = await by(before, tx);
    if (changed.state !== before) await tx.rateLimiter.update({ where: { model }, data: { state: changed.state } });
    return changed;
  });
}

async function readPause(model: string): Promise<number> {
  const row = await db().rateLimiter.findUnique({ where: { model } });
  return RateLimiterState.parse(row?.state ?? {}).pausedUntil;
}

async function readOtherBooks(tx: Transaction, book: string): Promise<string[]> {
  const others = await tx.job.findMany({
    where: { status: { in: ["pending", "generating_outline", "writing_chapters", "finalizing"] }, id: { not: book } },
    select: { id: true },
    take: 100,
  });
  return others.map(({ id }) => id);
}

type Call = { model: string; book: string; signal: AbortSignal };

/** Calls of this process that wait, in order, until the one of their book before them is answered. */
const waiting = new Map<string, Set<() => void>>();
const keyOf = ({ model, book }: Call) => `${model} ${book}`;
/** The call before may have left from another instance. */
const lookMs = 500;

async function waitForAnswer(call: Call, until: number): Promise<void> {
  const queue = waiting.get(keyOf(call)) ?? new Set();
  waiting.set(keyOf(call), queue);
  const woken = new AbortController();
  const wake = () => woken.abort();
  queue.add(wake);
  const waitMs = Math.min(until - now().getTime(), lookMs);
  await sleep(waitMs, AbortSignal.any([call.signal, woken.signal])).catch(() => {});
  // An answer that came during a stall may still have to be read.
  await setImmediate();
  queue.delete(wake);
  if (queue.size === 0) waiting.delete(keyOf(call));
  call.signal.throwIfAborted();
}

async function releaseNext(call: Call, leftAt: number): Promise<void> {
  const { book, model } = call;
  try {
    await change(model, async (state) => ({ state: markAnswered(state, { book, leftAt, at: now().getTime() }) }));
  } catch {
    // The next call leaves by itself, a little later.
  }
  const [wake] = waiting.get(keyOf(call)) ?? [];
  wake?.();
}

/** Waits first, so that a quick answer goes on record before the next call leaves. */
async function releaseNextInTime(call: Call, leftAt: number): Promise<void> {
  await sleep(Math.max(0, leftAt + minApartMs - now().getTime()));
  await releaseNext(call, leftAt);
}

type Reservation = { leftAt: number; isAwaited: boolean };

/** @throws {RetryLater} when the slot is not worth waiting for here */
async function waitForSlot(call: Call): Promise<Reservation> {
  const { model, book, signal } = call;
  for (;;) {
    const slot = await change(model, async (state, tx) => {
      const others = await readOtherBooks(tx, book);
      return { ...reserveSlot(state, { book, others, at: now().getTime() }), isAlone: others.length === 0 };
    });
    if ("returnAt" in slot) throw new RetryLater(new Date(slot.returnAt));
    if ("unansweredUntil" in slot) {
      await waitForAnswer(call, slot.unansweredUntil);
      continue;
    }
    const { leaveAt: leftAt, isAlone, state } = slot;
    const reservation = { leftAt, isAwaited: !isAlone || state.probe.leftAt === leftAt };
    const waitMs = leftAt - now().getTime();
    if (waitMs <= 0) return reservation;
    await sleep(waitMs, signal);
    if ((await readPause(model)) === state.pausedUntil) return reservation;
    // A limit met meanwhile makes the reservation void.
    await releaseNext(call, leftAt);
  }
}

const isRateLimit = (error: unknown): error is Failure =>
  error instanceof Failure &&
  (error.code === "rate" || (error.code === "overload" && error.retryAfterMs !== undefined));

async function pauseModel({ model, book }: Call, { retryAfterMs }: Failure): Promise<void> {
  const { state } = await change(model, async (state) => ({
    state: recordRateLimited(state, { book, at: now().getTime(), retryAfterMs }),
  }));
  const perMinute = Math.max(1, Math.round(60_000 / state.intervalMs));
  logger.warn(
    `⏳ ${model} limite ses appels : pause jusqu’à ${new Date(state.pausedUntil).toISOString()}, puis ${perMinute} par minute au plus`,
  );
}

/** @param ask calls back once the provider has begun to answer @throws {RetryLater} instead of waiting for long */
export async function withRateLimit<Answer>(
  call: Call,
  ask: (onAnswering: () => void) => Promise<Answer>,
): Promise<Answer> {
  if (!capabilitiesOf(call.model).rateLimited) return ask(() => {});
  const { leftAt, isAwaited } = await waitForSlot(call);
  let released = !isAwaited;
  const onAnswering = () => {
    if (!released) void releaseNextInTime(call, leftAt);
    released = true;
  };
  try {
    return await ask(onAnswering);
  } catch (error) {
    if (isRateLimit(error)) await pauseModel(call, error);
    throw error;
  } finally {
    onAnswering();
  }
}
