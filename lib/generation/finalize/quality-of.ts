import { BookOptions } from "../../contract/book.ts";
import { Estimate } from "../../contract/estimate.ts";
import type { QualitySheet } from "../../contract/quality.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { chapterRequestOf } from "../brief/request.ts";
import type { Source } from "../citations/source.ts";
import { usageOfJob } from "../money/usage.ts";
import { measureQuality } from "../quality/sheet.ts";
import type { Delivered } from "./complete.ts";

/**
 * Measures a job whose chapters are all written; about a second for 300,000 words, outside any transaction.
 * @param book the chapters that are delivered otherwise than they were written, and the sources of the book
 */
export async function qualityOf(
  job: Job,
  { changed, sources }: { changed: Delivered[]; sources: Source[] },
): Promise<QualitySheet> {
  const rows = await db().jobChapter.findMany({ where: { jobId: job.id }, orderBy: { position: "asc" } });
  const chapters = rows.map(({ position, content, wordCount, startedAt, finishedAt }) => {
    if (content === null || wordCount === null || !startedAt || !finishedAt)
      throw new Error(`${job.id}: chapitre ${position} absent`);
    const { words: asked } = chapterRequestOf(job, position);
    const last = changed.find((chapter) => chapter.position === position) ?? { content, wordCount };
    return { position, content, delivered: last.content, asked, words: last.wordCount, startedAt, finishedAt };
  });
  const { language } = BookOptions.parse(job.options);
  const { total: usage } = await usageOfJob(job.id);
  return {
    ...(await measureQuality({ language, orderedAt: job.createdAt, chapters, sources })),
    ...(usage && { usage }),
    ...(job.estimate !== null && { estimate: Estimate.parse(job.estimate) }),
  };
}
