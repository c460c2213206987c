import { setTimeout as sleep } from "node:timers/promises";
import { now } from "../../clock.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { Failure } from "../failure.ts";
import { NotYet } from "../step/postpone.ts";
import { depart, Pace, trip } from "./pace.ts";

/** A model's pace, changed by one instance at a time. */
function change<Result>(model: string, by: (pace: Pace, tx: Transaction) => Promise<{ pace: Pace } & Result>) {
  return transaction(async (tx) => {
    await tx.modelPace.createMany({ data: { model, pace: {} }, skipDuplicates: true });
    const rows = await tx.$queryRaw<{ pace: unknown }[]>`
      SELECT pace FROM "ModelPace" WHERE model = ${model} FOR UPDATE`;
    const changed = await by(Pace.parse(rows[0]?.pace ?? {}), tx);
    await tx.modelPace.update({ where: { model }, data: { pace: changed.pace } });
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

/** Comes back when the call may leave. @throws {NotYet} when that is not worth waiting for here */
async function departure({ model, book, signal }: Call): Promise<void> {
  for (;;) {
    const answer = await change(model, async (pace, tx) =>
      depart(pace, { book, others: await othersThan(tx, book), at: now().getTime() }),
    );
    if ("backAt" in answer) throw new NotYet(new Date(answer.backAt));
    const waitMs = answer.leaveAt - now().getTime();
    if (waitMs <= 0) return;
    await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    // A limit met meanwhile makes the reservation void.
    if ((await pauseOf(model)) === answer.pace.until) return;
  }
}

const isLimit = (error: unknown): error is Failure =>
  error instanceof Failure &&
  (error.code === "rate" || (error.code === "overload" && error.retryAfterMs !== undefined));

/**
 * Makes a call when the provider's pace allows. A limit that it meets holds every call to this model, of all books and
 * instances, and teaches the pace at which they leave afterwards.
 * @throws {NotYet} instead of waiting for long
 */
export async function paced<Answer>(call: Call, ask: () => Promise<Answer>): Promise<Answer> {
  if (call.model === "demo") return ask();
  await departure(call);
  try {
    return await ask();
  } catch (error) {
    if (!isLimit(error)) throw error;
    const { book, model } = call;
    const { pace } = await change(model, async (pace) => ({
      pace: trip(pace, { book, at: now().getTime(), retryAfterMs: error.retryAfterMs }),
    }));
    const perMinute = Math.max(1, Math.round(60_000 / pace.intervalMs));
    logger.warn(
      `⏳ ${model} limite ses appels : pause jusqu’à ${new Date(pace.until).toISOString()}, puis ${perMinute} par minute au plus`,
    );
    throw error;
  }
}
