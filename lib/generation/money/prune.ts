import type { Transaction } from "../../database/client.ts";
import { firstUuid, type Page, type Pruner, pageSize } from "../../retention.ts";

async function pruneAnswers(tx: Transaction, { before, cursor }: Page): Promise<string | null> {
  const page = await tx.modelCall.findMany({
    where: { id: { gt: cursor || firstUuid } },
    orderBy: { id: "asc" },
    take: pageSize,
    select: { id: true, startedAt: true },
  });
  const old = page.filter(({ startedAt }) => startedAt < before).map(({ id }) => id);
  if (old.length === 0) return null;
  await tx.modelCall.updateMany({
    where: { id: { in: old }, answer: { not: null }, job: { status: { in: ["failed", "cancelled"] } } },
    data: { answer: null },
  });
  return old.at(-1) ?? null;
}

/**
 * What the record of calls lets go of with time: the answers kept for a retry that never came. What they cost stays; a retry
 * after that asks again.
 */
export const answerPruners: Pruner[] = [{ name: "model answers", prunePage: pruneAnswers }];
