import { BookOptions } from "../../contract/book.ts";
import { Estimate } from "../../contract/estimate.ts";
import type { QualitySheet } from "../../contract/quality.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import { chapterRequestOf } from "../brief/request.ts";
import type { Source } from "../citations/source.ts";
import { usageOfJob } from "../money/usage.ts";
import { measureQuality } from "../quality/sheet.ts";

/** When each chapter was written, by its position. */
async function readTimes(jobId: string) {
  const rows = await db().jobStage.findMany({ where: { jobId, name: "chapter" } });
  return new Map(rows.map(({ position, startedAt, finishedAt }) => [position, { startedAt, finishedAt }]));
}

/**
 * Measures a job whose chapters are all written; about a second for 300,000 words, outside any transaction.
 * @param book the chapters as they were written and as they are delivered, both in their order, and their sources
 */
export async function qualityOf(
  job: Job,
  { written, delivered, sources }: { written: WrittenChapter[]; delivered: WrittenChapter[]; sources: Source[] },
): Promise<QualitySheet> {
  const times = await readTimes(job.id);
  const chapters = written.map(({ position, content, ...chapter }, index) => {
    const time = times.get(position);
    if (!time?.finishedAt) throw new Error(`${job.id}: chapitre ${position} inachevé`);
    const last = delivered[index] ?? { content, ...chapter };
    return {
      position,
      content,
      delivered: last.content,
      asked: chapterRequestOf(job, position).words,
      words: last.wordCount,
      startedAt: time.startedAt,
      finishedAt: time.finishedAt,
    };
  });
  const { language } = BookOptions.parse(job.options);
  const { total: usage } = await usageOfJob(job.id);
  return {
    ...(await measureQuality({ language, orderedAt: job.createdAt, chapters, sources })),
    ...(usage && { usage }),
    ...(job.estimate !== null && { estimate: Estimate.parse(job.estimate) }),
  };
}
