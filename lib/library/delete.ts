import { now } from "../clock.ts";
import type { BookView } from "../contract/book.ts";
import { WebhookPayload } from "../contract/wire.ts";
import { db, type Transaction, transaction } from "../database/client.ts";
import { notFound } from "../errors.ts";
import { readId } from "../ids.ts";
import { getBook } from "./books.ts";
import { recordOutcome } from "./record.ts";
import { storeVersion } from "./store-version.ts";

/** Hides a book until it is restored. @throws {AppError} not_found */
export async function deleteBook(id: string): Promise<void> {
  const { count } = await db().book.updateMany({
    where: { id: readId(id, "Livre"), deletedAt: null },
    data: { deletedAt: now() },
  });
  if (count === 0) throw notFound("Livre");
}

/** What came for a book while it was deleted was kept, and makes its versions now. */
async function storeWaiting(tx: Transaction, jobId: string, since: Date): Promise<void> {
  const entries = await tx.inboxEntry.findMany({
    where: { jobId, status: "completed", receivedAt: { gte: since }, processedAt: { not: null } },
    include: { version: { select: { id: true } } },
    orderBy: { id: "asc" },
  });
  for (const { version, duplicateOfId, body, ...entry } of entries) {
    if (version || duplicateOfId || body === null) continue;
    await recordOutcome(tx, entry.id, await storeVersion(tx, entry, WebhookPayload.parse(JSON.parse(body))));
  }
}

/** Shows a deleted book again, with what came for it meanwhile. @throws {AppError} not_found, also once its text is gone */
export async function restoreBook(id: string): Promise<BookView> {
  const bookId = readId(id, "Livre supprimé");
  await transaction(async (tx) => {
    const where = { id: bookId, deletedAt: { not: null }, versions: { some: {} } };
    const book = await tx.book.findFirst({ where });
    if (!book?.deletedAt) throw notFound("Livre supprimé");
    const { count } = await tx.book.updateMany({ where, data: { deletedAt: null } });
    if (count > 0) await storeWaiting(tx, book.jobId, book.deletedAt);
  });
  return getBook(bookId);
}
