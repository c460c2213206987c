import { invalid } from "#lib/errors.ts";
import { jobOfBook } from "#lib/library/books.ts";

type BookFilter = { book_id?: string | undefined; job_id?: string | undefined };

/**
 * Replaces the id of a received book by its job’s: the sender knows no books.
 * @throws {AppError} not_found for an unknown book; invalid when `job_id` is given too and is another
 */
export async function withJobOfBook<Filter extends BookFilter>({
  book_id,
  ...filter
}: Filter): Promise<Omit<Filter, "book_id">> {
  if (book_id === undefined) return filter;
  const job_id = await jobOfBook(book_id);
  if (filter.job_id !== undefined && filter.job_id !== job_id)
    throw invalid("book_id", "est le livre d’un autre travail que job_id");
  return { ...filter, job_id };
}
