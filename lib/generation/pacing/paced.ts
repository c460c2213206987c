import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { now } from "../../clock.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { Failure } from "../failure.ts";
import { RetryLater } from "../stage/postpone.ts";
import { apartMs, depart, heard, Pace, trip } from "./pace.ts";

/** A model's pace, changed by one instance at a time. */
function change<Result>(model: string, by: (pace: Pace, tx: Transaction) => Promise<{ pace: Pace } & Result>) {
  return transaction(async (tx) => {
    await tx.modelPace.createMany({ data: { model, pace: {} }, skipDuplicates: true });
    const rows = await tx.$queryRaw<{ pace: unknown }[]>`
      SELECT pace FROM "ModelPace" WHERE model = ${model} FOR UPDATE`;
    const before = Pace.parse(rows[0]?.pace ?? {});
    const changed = await by(before, tx);
    if (changed.pace !== before) await tx.modelPace.update({ where: { model }, data: { pace: changed.pace } });
    return changed;
  });
}

async function pauseOf(model: string): Promise<number> {
  const row = await db().modelPace.findUnique({ where: { model } });
  return Pace.parse(row?.pace ?? {}).until;
}

async function othersThan(tx: Transaction, book: string): Promise<string[]> {
  const others = await tx.job.findMany({
    where: { status: { in: ["pending", "generating_outline", "writing_chapters", "finalizing"] }, id: { not: book } },
    select: { id: true },
    take: 100,
  });
  return others.map(({ id }) => id);
}

type Call = { model: string; book: string; signal: AbortSignal };

/** Of this process: calls that wait until the one of their book that left before them is heard of, in their order. */
const waiting = new Map<string, Set<() => void>>();
const keyOf = ({ model, book }: Call) => `${model} ${book}`;
/** How often they look, since it may have left from another instance. */
const lookMs = 500;

async function untilHeard(call: Call, until: number): Promise<void> {
  const queue = waiting.get(keyOf(call)) ?? new Set();
  waiting.set(keyOf(call), queue);
  const woken = new AbortController();
  const wake = () => woken.abort();
  queue.add(wake);
  const waitMs = Math.min(until - now().getTime(), lookMs);
  await sleep(waitMs, undefined, { signal: AbortSignal.any([call.signal, woken.signal]) }).catch(() => {});
  // After a stall the answer that was waited for may be there, still to be read.
  await setImmediate();
  queue.delete(wake);
  if (queue.size === 0) waiting.delete(keyOf(call));
  call.signal.throwIfAborted();
}

/** Lets the next call of a book leave. Where this fails, it leaves a little later by itself. */
async function hear(call: Call, leftAt: number): Promise<void> {
  const { book, model } = call;
  try {
    await change(model, async (pace) => ({ pace: heard(pace, { book, leftAt, at: now().getTime() }) }));
  } catch {}
  const [wake] = waiting.get(keyOf(call)) ?? [];
  wake?.();
}

/** Not before it matters: an answer that is quick goes on record first. */
async function hearInTime(call: Call, leftAt: number): Promise<void> {
  await sleep(Math.max(0, leftAt + apartMs - now().getTime()), undefined, { ref: false });
  await hear(call, leftAt);
}

/** `unawaited`: no other call waits until this one is heard of. */
type Left = { leftAt: number; unawaited: boolean };

/** Comes back when the call may leave. @throws {RetryLater} when that is not worth waiting for here */
async function departure(call: Call): Promise<Left> {
  const { model, book, signal } = call;
  for (;;) {
    const answer = await change(model, async (pace, tx) => {
      const others = await othersThan(tx, book);
      return { ...depart(pace, { book, others, at: now().getTime() }), alone: others.length === 0 };
    });
    if ("backAt" in answer) throw new RetryLater(new Date(answer.backAt));
    if ("unheardUntil" in answer) {
      await untilHeard(call, answer.unheardUntil);
      continue;
    }
    const { leaveAt: leftAt, alone, pace } = answer;
    const left = { leftAt, unawaited: alone && pace.probe.leftAt !== leftAt };
    const waitMs = leftAt - now().getTime();
    if (waitMs <= 0) return left;
    await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    if ((await pauseOf(model)) === pace.until) return left;
    // A limit met meanwhile makes the reservation void.
    await hear(call, leftAt);
  }
}

const isLimit = (error: unknown): error is Failure =>
  error instanceof Failure &&
  (error.code === "rate" || (error.code === "overload" && error.retryAfterMs !== undefined));

/**
 * Makes a call when the provider's pace allows. A limit that it meets holds every call to this model, of all books and
 * instances, and teaches the pace at which they leave afterwards.
 * @param ask calls back as soon as the provider has begun to answer
 * @throws {RetryLater} instead of waiting for long
 */
export async function paced<Answer>(call: Call, ask: (onHeard: () => void) => Promise<Answer>): Promise<Answer> {
  const { book, model } = call;
  if (!capabilitiesOf(model).rateLimited) return ask(() => {});
  const { leftAt, unawaited } = await departure(call);
  let told = unawaited;
  const onHeard = () => {
    if (!told) void hearInTime(call, leftAt);
    told = true;
  };
  try {
    return await ask(onHeard);
  } catch (error) {
    if (!isLimit(error)) throw error;
    const { pace } = await change(model, async (pace) => ({
      pace: trip(pace, { book, at: now().getTime(), retryAfterMs: error.retryAfterMs }),
    }));
    const perMinute = Math.max(1, Math.round(60_000 / pace.intervalMs));
    logger.warn(
      `⏳ ${model} limite ses appels : pause jusqu’à ${new Date(pace.until).toISOString()}, puis ${perMinute} par minute au plus`,
    );
    throw error;
  } finally {
    onHeard();
  }
}
