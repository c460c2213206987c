import { createPruner, type Pruner } from "../retention.ts";

/** Empties the bodies of received events once they are processed. Their digests stay, so that a late duplicate is recognised. */
export const libraryPruners: Pruner[] = [
  createPruner({
    name: "inbox bodies",
    readPage: (tx, page) => tx.inboxEntry.findMany({ ...page, select: { id: true, receivedAt: true } }),
    dateOf: ({ receivedAt }) => receivedAt,
    prune: (tx, ids) =>
      tx.inboxEntry.updateMany({
        where: { id: { in: ids }, processedAt: { not: null }, body: { not: null } },
        data: { body: null },
      }),
  }),
];
