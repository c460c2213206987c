import { BookOptions } from "../contract/book.ts";
import type { QualitySheet } from "../contract/quality.ts";
import { db } from "../database/client.ts";
import type { Job } from "../database/generated/client.ts";
import { measureQuality } from "./quality/sheet.ts";

/** Measures a job whose chapters are all written; about a second for 300,000 words, outside any transaction. */
export async function qualityOf(job: Job): Promise<QualitySheet> {
  const rows = await db().jobChapter.findMany({ where: { jobId: job.id }, orderBy: { position: "asc" } });
  const chapters = rows.map(({ position, content, wordCount, startedAt, finishedAt }) => {
    if (content === null || wordCount === null || !startedAt || !finishedAt)
      throw new Error(`${job.id}: chapitre ${position} absent`);
    return { position, content, words: wordCount, startedAt, finishedAt };
  });
  const { words_per_chapter: asked } = BookOptions.parse(job.options);
  return measureQuality({ asked, orderedAt: job.createdAt, chapters });
}
