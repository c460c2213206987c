import { type BookCardList, type BookList, BookView, type CardQuery } from "../contract/book.ts";
import { demoNotice } from "../contract/demo.ts";
import type { PageQuery } from "../contract/page.ts";
import { db } from "../database/client.ts";
import { notFound } from "../errors.ts";
import { readId } from "../ids.ts";
import { pageOf } from "../page.ts";

const maxPageBytes = 16 * 1024 * 1024;

const content = { chapters: { orderBy: { position: "asc" }, omit: { html: true } } } as const;
const idBefore = (cursor: string | undefined) => (cursor ? { id: { lt: cursor } } : {});

const findFull = (id: string) => db().book.findUnique({ where: { id }, include: content });
type FullBook = NonNullable<Awaited<ReturnType<typeof findFull>>>;

const toView = (book: FullBook): BookView =>
  BookView.parse({
    id: book.id,
    job_id: book.jobId,
    received_at: book.receivedAt.toISOString(),
    book_title: book.title,
    topic: book.topic,
    goal: book.goal,
    outline: book.outline,
    chapters: book.chapters,
    generated_at: book.generatedAt,
    word_count: book.wordCount,
    chapter_count: book.chapterCount,
  });

export async function getBook(id: string): Promise<BookView> {
  const book = await findFull(readId(id, "Livre"));
  if (!book) throw notFound("Livre");
  return toView(book);
}

/** @throws {AppError} not_found */
export async function jobOfBook(id: string): Promise<string> {
  const book = await db().book.findUnique({ where: { id: readId(id, "Livre") }, select: { jobId: true } });
  if (!book) throw notFound("Livre");
  return book.jobId;
}

function countFitting(rows: { inbox: { bodyBytes: number } }[]): number {
  let bytes = 0;
  const tooMany = rows.findIndex(({ inbox }, index) => {
    bytes += inbox.bodyBytes;
    return index > 0 && bytes > maxPageBytes;
  });
  return tooMany === -1 ? rows.length : tooMany;
}

/** Lists the received books, whole, newest first; a page holds `limit` books or about 16 MiB, whichever is less. */
export async function listBooks({ cursor, limit }: PageQuery): Promise<BookList> {
  const rows = await db().book.findMany({
    where: idBefore(cursor),
    orderBy: { id: "desc" },
    take: limit + 1,
    select: { id: true, inbox: { select: { bodyBytes: true } } },
  });
  const page = pageOf(rows, Math.min(limit, countFitting(rows)), ({ id }) => id);
  const ids = page.rows.map(({ id }) => id);
  const books = await db().book.findMany({ where: { id: { in: ids } }, orderBy: { id: "desc" }, include: content });
  return { items: books.map(toView), next_cursor: page.next_cursor };
}

export async function listBookCards({ cursor, limit, job_id }: CardQuery): Promise<BookCardList> {
  const where = { ...idBefore(cursor), ...(job_id !== undefined && { jobId: job_id }) };
  const include = {
    chapters: { where: { position: 1, content: { contains: demoNotice } }, select: { position: true } },
  };
  const rows = await db().book.findMany({ where, include, orderBy: { id: "desc" }, take: limit + 1 });
  const page = pageOf(rows, limit, ({ id }) => id);
  const items = page.rows.map((book) => ({
    id: book.id,
    job_id: book.jobId,
    title: book.title,
    topic: book.topic,
    word_count: book.wordCount,
    chapter_count: book.chapterCount,
    demo: book.chapters.length > 0,
    received_at: book.receivedAt.toISOString(),
  }));
  return { items, next_cursor: page.next_cursor };
}
