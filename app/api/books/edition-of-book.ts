import { isByModel, languageOfBook } from "#lib/generation/jobs/received-book.ts";
import { getBook } from "#lib/library/books.ts";
import type { Edition } from "#lib/library/export/edition.ts";

/** Joins what the wire does not carry from the job of the book, when it is here (contract §2). @throws {AppError} not_found */
export async function editionOfBook(id: string, version?: number): Promise<Edition> {
  const book = await getBook(id, version);
  const language = await languageOfBook(book.job_id, async () => book.chapters[0]?.content ?? "");
  return { ...book, language, byModel: await isByModel(book.job_id) };
}
