import { z } from "zod";
import { demoNotice } from "../contract/demo.ts";
import { BookContents, ChapterText } from "../contract/reading.ts";
import { db } from "../database/client.ts";
import { htmlOf } from "../document/html.ts";
import { notFound } from "../errors.ts";
import { linkStarts } from "./links.ts";
import { ofBook } from "./versions.ts";

/** Reads what opening a book takes, without its text. @throws {AppError} not_found */
export async function getBookContents(id: string, version?: number): Promise<BookContents> {
  const inOrder = { orderBy: { position: "asc" }, select: { title: true } } as const;
  const found = await db().bookVersion.findFirst({
    where: ofBook(id, version),
    include: { chapters: inOrder, book: { include: { _count: { select: { versions: true } } } } },
  });
  if (!found) throw notFound(version === undefined ? "Livre" : "Version");
  const { book } = found;
  const versionId = found.id;
  const demo = await db().bookChapter.count({ where: { versionId, position: 1, content: { contains: demoNotice } } });
  // In a pattern of the database a backslash says that what follows stands for itself.
  const link = linkStarts.map((start) => ({ content: { contains: start.replaceAll("\\", "\\\\") } }));
  const citing = await db().bookChapter.count({ where: { versionId, OR: link } });
  return BookContents.parse({
    id: book.id,
    job_id: book.jobId,
    version: found.number,
    latest_version: book._count.versions,
    received_at: found.receivedAt.toISOString(),
    book_title: found.title,
    topic: found.topic,
    generated_at: found.generatedAt,
    word_count: found.wordCount,
    chapter_count: found.chapterCount,
    demo: demo > 0,
    cites: citing > 0,
    chapters: found.chapters,
  });
}

/** @param position as a URL gives it @throws {AppError} not_found, also for a position that is not one */
export async function getBookChapter(id: string, position: string, version?: number): Promise<ChapterText> {
  const at = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(position).data;
  const where = at && { position: at, version: ofBook(id, version) };
  const chapter = where ? await db().bookChapter.findFirst({ where }) : null;
  if (!chapter) throw notFound("Chapitre");
  const { versionId } = chapter;
  const keep = (data: object) =>
    db().bookChapter.updateMany({ where: { versionId, position: chapter.position }, data });
  const { html, words } = await htmlOf(chapter, keep);
  return ChapterText.parse({ ...chapter, html, word_count: words });
}
