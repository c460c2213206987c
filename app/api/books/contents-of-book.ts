import type { BookContents } from "#lib/contract/reading.ts";
import { citedPassages } from "#lib/generation/jobs/cited-passages.ts";
import { findWarnings } from "#lib/generation/jobs/jobs.ts";
import { languageOfBook } from "#lib/generation/jobs/received-book.ts";
import { getBookChapter, getBookContents } from "#lib/library/contents.ts";

/** Joins what the wire does not carry from the job of the book, when it is here (contract §2). */
export async function contentsOfBook(id: string, version?: number): Promise<BookContents> {
  const found = await getBookContents(id, version);
  const readText = async () =>
    found.chapters.length === 0 ? "" : (await getBookChapter(id, "1", found.version)).content;
  const contents = { ...found, language: await languageOfBook(found.job_id, readText) };
  if (contents.version < contents.latest_version) return contents;
  const warnings = await findWarnings(contents.job_id);
  const passages = await citedPassages(contents.job_id);
  return { ...contents, ...(warnings && { warnings }), ...(passages.length > 0 && { passages }) };
}
