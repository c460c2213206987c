import { z } from "zod";
import { demoNotice } from "../contract/demo.ts";
import { BookContents, ChapterText } from "../contract/reading.ts";
import { db } from "../database/client.ts";
import { htmlOf } from "../document/html.ts";
import { notFound } from "../errors.ts";
import { readId } from "../ids.ts";
import { linkStarts } from "./links.ts";

/** What a reader needs to open a book, without its text. @throws {AppError} not_found, also for an id that is not one */
export async function getBookContents(bookId: string): Promise<BookContents> {
  const id = readId(bookId, "Livre");
  const inOrder = { orderBy: { position: "asc" }, select: { title: true } } as const;
  const book = await db().book.findUnique({ where: { id }, include: { chapters: inOrder } });
  if (!book) throw notFound("Livre");
  const demo = await db().bookChapter.count({ where: { bookId: id, position: 1, content: { contains: demoNotice } } });
  const link = linkStarts.map((start) => ({ content: { contains: start } }));
  const citing = await db().bookChapter.count({ where: { bookId: id, OR: link } });
  return BookContents.parse({
    id,
    job_id: book.jobId,
    received_at: book.receivedAt.toISOString(),
    book_title: book.title,
    topic: book.topic,
    generated_at: book.generatedAt,
    word_count: book.wordCount,
    chapter_count: book.chapterCount,
    demo: demo > 0,
    cites: citing > 0,
    chapters: book.chapters,
  });
}

/** @param position as a URL gives it @throws {AppError} not_found, also for an id or a position that is not one */
export async function getBookChapter(id: string, position: string): Promise<ChapterText> {
  const at = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(position).data;
  const key = at && { bookId: readId(id, "Chapitre"), position: at };
  const chapter = key ? await db().bookChapter.findUnique({ where: { bookId_position: key } }) : null;
  if (!key || !chapter) throw notFound("Chapitre");
  const { html, words } = await htmlOf(chapter, (data) => db().bookChapter.updateMany({ where: key, data }));
  return ChapterText.parse({ ...chapter, html, word_count: words });
}
