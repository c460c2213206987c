import { BookOptions } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import type { Job, JobSource } from "../../database/generated/client.ts";
import { titleOf } from "../book/assemble.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import { BookOutline } from "../brief/book-outline.ts";
import { isTranslation } from "../brief/origin.ts";
import { readBible, type StoredBible } from "../continuity/stored-bible.ts";
import { asItStands, readEditedBook, textOf } from "./edited-book.ts";

/** All that a finished book hands on to one that is made from it: what a later kind of order adds has its place here. */
export type FinishedBook = {
  job: Job;
  title: string;
  options: BookOptions;
  outline: BookOutline;
  bible: StoredBible;
};

/** @returns undefined unless there is such a job and it is finished */
export async function readFinished(jobId: string): Promise<FinishedBook | undefined> {
  const job = await db().job.findUnique({ where: { id: jobId, deletedAt: null } });
  if (job?.status !== "completed") return undefined;
  const { bible } = await readBible(db(), jobId);
  const outline = BookOutline.parse(job.outline);
  const options = BookOptions.parse(job.options);
  // That its chapters are translated side by side says nothing of how such a book is written.
  if (await isTranslation(jobId)) delete options.continuity;
  return { job, title: titleOf(job), options, outline, bible };
}

/** The texts of a finished book with what was put back into them, citations being marks, and the sources of these. */
export async function readFinalTexts(jobId: string): Promise<{ chapters: WrittenChapter[]; sources: JobSource[] }> {
  const { job, chapters } = await readEditedBook(db(), jobId);
  const texts: WrittenChapter[] = [];
  for (const chapter of chapters) {
    const standing = await asItStands(job, chapter);
    const { position, title, description, wordCount } = standing;
    texts.push({ position, title, description, wordCount, content: textOf(standing) ?? standing.content });
  }
  return { chapters: texts, sources: await db().jobSource.findMany({ where: { jobId }, orderBy: { number: "asc" } }) };
}
