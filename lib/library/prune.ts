import { createPruner, deletedBefore, type Pruner } from "../retention.ts";

const booksAtOnce = 10;

/** Takes the text of a book that was deleted long ago; its row stays, so that a late event does not bring it back. */
const deletedBookPruner: Pruner = {
  name: "deleted books",
  async prunePage(tx) {
    const books = await tx.book.findMany({
      where: { deletedAt: { lt: deletedBefore() }, versions: { some: {} } },
      take: booksAtOnce,
      select: { id: true },
    });
    await tx.bookVersion.deleteMany({ where: { bookId: { in: books.map(({ id }) => id) } } });
    return books.at(-1)?.id ?? null;
  },
};

/** Empties the bodies of received events once they are processed. Their digests stay, so that a late duplicate is recognised. */
const bodyPruner = createPruner({
  name: "inbox bodies",
  readPage: (tx, page) => tx.inboxEntry.findMany({ ...page, select: { id: true, receivedAt: true } }),
  dateOf: ({ receivedAt }) => receivedAt,
  prune: (tx, ids) =>
    tx.inboxEntry.updateMany({
      where: { id: { in: ids }, processedAt: { not: null }, body: { not: null } },
      data: { body: null },
    }),
});

export const libraryPruners: Pruner[] = [bodyPruner, deletedBookPruner];
