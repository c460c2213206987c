import { createPruner, type Pruner } from "../../retention.ts";

/** Keeps the costs; a retry asks again afterwards. */
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
