import { type BookCardList, type BookList, BookView, type CardQuery } from "../contract/book.ts";
import { demoNotice } from "../contract/demo.ts";
import type { PageQuery } from "../contract/page.ts";
import { db } from "../database/client.ts";
import { notFound } from "../errors.ts";
import { readId } from "../ids.ts";
import { pageOf } from "../page.ts";
import { sha256 } from "./digests.ts";
import { ofBook } from "./versions.ts";

const maxPageBytes = 16 * 1024 * 1024;

const whole = { book: true, chapters: { orderBy: { position: "asc" }, omit: { html: true } } } as const;
const cursorOf = ({ bookId }: { bookId: string }) => bookId;

const findWhole = (id: string, version?: number) =>
  db().bookVersion.findFirst({ where: ofBook(id, version), include: whole });
type WholeVersion = NonNullable<Awaited<ReturnType<typeof findWhole>>>;

const toView = ({ book, ...version }: WholeVersion): BookView =>
  BookView.parse({
    id: book.id,
    job_id: book.jobId,
    version: version.number,
    received_at: version.receivedAt.toISOString(),
    book_title: version.title,
    topic: version.topic,
    goal: version.goal,
    outline: version.outline,
    chapters: version.chapters,
    generated_at: version.generatedAt,
    word_count: version.wordCount,
    chapter_count: version.chapterCount,
  });

/** @throws {AppError} not_found */
export async function getBook(id: string, version?: number): Promise<BookView> {
  const found = await findWhole(id, version);
  if (!found) throw notFound(version === undefined ? "Livre" : "Version");
  return toView(found);
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

/** The latest versions of the books after a cursor, newest books first. */
const onShelf = (cursor: string | undefined) => ({
  where: { latest: true, ...(cursor && { bookId: { lt: cursor } }) },
  orderBy: { bookId: "desc" } as const,
});

/** Lists the received books, whole, newest first; a page holds `limit` books or about 16 MiB, whichever is less. */
export async function listBooks({ cursor, limit }: PageQuery): Promise<BookList> {
  const rows = await db().bookVersion.findMany({
    ...onShelf(cursor),
    take: limit + 1,
    select: { id: true, bookId: true, inbox: { select: { bodyBytes: true } } },
  });
  const page = pageOf(rows, Math.min(limit, countFitting(rows)), cursorOf);
  const versions = await db().bookVersion.findMany({
    where: { id: { in: page.rows.map(({ id }) => id) } },
    orderBy: { bookId: "desc" },
    include: whole,
  });
  return { items: versions.map(toView), next_cursor: page.next_cursor };
}

export async function listBookCards({ cursor, limit, job_id }: CardQuery): Promise<BookCardList> {
  const { where, orderBy } = onShelf(cursor);
  const include = {
    book: true,
    chapters: { where: { position: 1, content: { contains: demoNotice } }, select: { position: true } },
  };
  const rows = await db().bookVersion.findMany({
    where: { ...where, ...(job_id !== undefined && { book: { jobDigest: sha256(job_id) } }) },
    include,
    orderBy,
    take: limit + 1,
  });
  const page = pageOf(rows, limit, cursorOf);
  const items = page.rows.map(({ book, ...version }) => ({
    id: book.id,
    job_id: book.jobId,
    title: version.title,
    topic: version.topic,
    word_count: version.wordCount,
    chapter_count: version.chapterCount,
    demo: version.chapters.length > 0,
    version: version.number,
    received_at: version.receivedAt.toISOString(),
  }));
  return { items, next_cursor: page.next_cursor };
}
