import type { BookContents } from "#lib/contract/reading.ts";
import { findWarnings } from "#lib/generation/jobs/jobs.ts";
import { getBookContents } from "#lib/library/contents.ts";

/** Joins what the wire does not carry from the job of the book, when it is here (contract §2). */
export async function contentsOfBook(id: string, version?: number): Promise<BookContents> {
  const contents = await getBookContents(id, version);
  if (contents.version < contents.latest_version) return contents;
  const warnings = await findWarnings(contents.job_id);
  return warnings ? { ...contents, warnings } : contents;
}
