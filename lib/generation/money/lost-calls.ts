import { now } from "../../clock.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { env } from "../../env.ts";
import { describeError, logger } from "../../logger.ts";
import { Failure } from "../failure.ts";
import { staleWork } from "../stage-state/running.ts";

/** A function cuts off what outlasts it, and may die sooner: a call that was lost so often is not paid again. */
const maxLost = 2;
/** The share of a function’s life that a call has at least before the function cuts it off. */
const wholeShare = 0.3;
const reportsPerLife = 20;

/** Puts on record, before it does, that a call leaves: what only waits for its turn costs nothing when it is lost. @throws an interruption when it is no longer on record */
export async function recordLeaving(id: string): Promise<void> {
  const at = now();
  const { count } = await db().modelCall.updateMany({
    where: { id, finishedAt: null },
    data: { startedAt: at, aliveAt: at },
  });
  // Its stage was begun again meanwhile.
  if (count === 0) throw staleWork();
}

/** Says again and again, where functions end, that a call is under way. @returns a function that stops it */
export function reportAlive(id: string): () => void {
  const { VERCEL, FUNCTION_SECONDS } = env();
  if (!VERCEL) return () => {};
  const report = () =>
    db()
      .modelCall.updateMany({ where: { id }, data: { aliveAt: now() } })
      .catch((error) => logger.warn("⚠️ Un appel en cours n’a pas pu se signaler", describeError(error)));
  const timer = setInterval(report, (FUNCTION_SECONDS * 1000) / reportsPerLife);
  return () => clearInterval(timer);
}

/** Closes the calls of a stage whose process died: they lasted as long as they said. Those that never left are no calls. */
export async function closeLost(calls: Prisma.ModelCallWhereInput): Promise<void> {
  await db().modelCall.deleteMany({ where: { ...calls, finishedAt: null, aliveAt: null } });
  const lost = await db().modelCall.findMany({
    where: { ...calls, finishedAt: null },
    select: { id: true, aliveAt: true },
  });
  for (const { id, aliveAt } of lost) {
    const finishedAt = env().VERCEL ? aliveAt : now();
    await db().modelCall.updateMany({ where: { id, finishedAt: null }, data: { outcome: "interrupted", finishedAt } });
  }
}

/**
 * Refuses, where functions end, a call that was lost twice before its answer came.
 * @throws {Failure} `slow`, when it ran each time as long as a function lets it; `lost`, when functions died sooner
 */
export async function refuseIfLost(
  calls: Prisma.ModelCallWhereInput,
  { model, question }: { model: string; question: string },
): Promise<void> {
  const { VERCEL, FUNCTION_SECONDS } = env();
  if (!VERCEL) return;
  const lost = await db().modelCall.findMany({
    where: { ...calls, model, question, outcome: "interrupted" },
    select: { startedAt: true, finishedAt: true },
  });
  if (lost.length < maxLost) return;
  const wholeMs = wholeShare * FUNCTION_SECONDS * 1000;
  const cut = lost.filter(({ startedAt, finishedAt }) => Number(finishedAt) - Number(startedAt) >= wholeMs);
  if (cut.length >= maxLost)
    throw new Failure(
      "slow",
      `La réponse de ${model} a été coupée ${maxLost} fois par la fin de la fonction qui l’attendait (${FUNCTION_SECONDS}\u202fs au plus, FUNCTION_SECONDS)\u202f: ce modèle est trop lent pour elle. Ce qui est écrit est gardé\u202f; un modèle plus rapide peut reprendre la rédaction.`,
    );
  throw new Failure(
    "lost",
    `La fonction qui attendait la réponse de ${model} s’est arrêtée ${maxLost} fois avant qu’elle n’arrive. Pour qu’elle ne soit pas payée encore, la rédaction s’arrête\u202f; ce qui est écrit est gardé, vous pouvez la reprendre.`,
  );
}

/** Counts the lost calls of a job anew, when a person takes it up again. */
export async function forgetLost(tx: Transaction, jobId: string): Promise<void> {
  await tx.modelCall.updateMany({ where: { jobId, outcome: "interrupted" }, data: { outcome: "abandoned" } });
}
