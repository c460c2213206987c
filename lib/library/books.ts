import { type BookCardList, type BookList, type BookQuery, BookView, type CardQuery } from "../contract/book.ts";
import { demoNotice } from "../contract/demo.ts";
import { db } from "../database/client.ts";
import { notFound } from "../errors.ts";
import { readId } from "../ids.ts";
import { pageOf } from "../page.ts";
import { sha256 } from "./digests.ts";
import { ofBook } from "./versions.ts";

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
  const where = { id: readId(id, "Livre"), deletedAt: null };
  const book = await db().book.findUnique({ where, select: { jobId: true } });
  if (!book) throw notFound("Livre");
  return book.jobId;
}

const onShelf = ({ cursor, deleted, job_id }: CardQuery) => ({
  where: {
    latest: true,
    book: {
      deletedAt: deleted ? { not: null } : null,
      ...(job_id !== undefined && { jobDigest: sha256(job_id) }),
    },
    ...(cursor && { bookId: { lt: cursor } }),
  },
  orderBy: { bookId: "desc" } as const,
});

const shown = {
  bookId: true,
  number: true,
  title: true,
  topic: true,
  wordCount: true,
  chapterCount: true,
  receivedAt: true,
  book: { select: { jobId: true, deletedAt: true } },
} as const;

const deletedAtOf = ({ deletedAt }: { deletedAt: Date | null }) =>
  deletedAt ? { deleted_at: deletedAt.toISOString() } : {};

export async function listBooks(query: BookQuery): Promise<BookList> {
  const { limit } = query;
  const rows = await db().bookVersion.findMany({ ...onShelf(query), select: shown, take: limit + 1 });
  const page = pageOf(rows, limit, cursorOf);
  const items = page.rows.map(({ book, ...version }) => ({
    id: version.bookId,
    job_id: book.jobId,
    book_title: version.title,
    topic: version.topic,
    word_count: version.wordCount,
    chapter_count: version.chapterCount,
    version: version.number,
    received_at: version.receivedAt.toISOString(),
    ...deletedAtOf(book),
  }));
  return { items, next_cursor: page.next_cursor };
}

export async function listBookCards(query: CardQuery): Promise<BookCardList> {
  const { limit } = query;
  const select = {
    ...shown,
    chapters: { where: { position: 1, content: { contains: demoNotice } }, select: { position: true } },
  };
  const rows = await db().bookVersion.findMany({ ...onShelf(query), select, take: limit + 1 });
  const page = pageOf(rows, limit, cursorOf);
  const items = page.rows.map(({ book, ...version }) => ({
    id: version.bookId,
    job_id: book.jobId,
    title: version.title,
    topic: version.topic,
    word_count: version.wordCount,
    chapter_count: version.chapterCount,
    demo: version.chapters.length > 0,
    version: version.number,
    received_at: version.receivedAt.toISOString(),
    ...deletedAtOf(book),
  }));
  return { items, next_cursor: page.next_cursor };
}
