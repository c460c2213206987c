import { createPruner, type Pruner } from "../../retention.ts";

/** Empties the answers kept for a retry that never came. Their costs stay; a retry after that asks again. */
export const answerPruners: Pruner[] = [
  createPruner({
    name: "model answers",
    readPage: (tx, page) => tx.modelCall.findMany({ ...page, select: { id: true, startedAt: true } }),
    dateOf: ({ startedAt }) => startedAt,
    prune: (tx, ids) =>
      tx.modelCall.updateMany({
        where: { id: { in: ids }, answer: { not: null }, job: { status: { in: ["failed", "cancelled"] } } },
        data: { answer: null },
      }),
  }),
];
