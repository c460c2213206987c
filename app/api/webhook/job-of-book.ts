import { invalid } from "#lib/errors.ts";
import { jobOfBook } from "#lib/library/books.ts";

type Asked = { book_id?: string | undefined; job_id?: string | undefined };

/**
 * Turns a received book's id into its job's: the sender knows no books.
 * @throws {AppError} not_found for an unknown book; invalid when `job_id` is given too and is another
 */
export async function ofBook<Filter extends Asked>({ book_id, ...filter }: Filter): Promise<Omit<Filter, "book_id">> {
  if (book_id === undefined) return filter;
  const job_id = await jobOfBook(book_id);
  if (filter.job_id !== undefined && filter.job_id !== job_id)
    throw invalid("book_id", "est le livre d’un autre travail que job_id");
  return { ...filter, job_id };
}
