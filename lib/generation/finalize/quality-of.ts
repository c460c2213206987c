import { BookOptions } from "../../contract/book.ts";
import { Estimate } from "../../contract/estimate.ts";
import type { QualitySheet } from "../../contract/quality.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { chapterBriefOf, voiceOf } from "../brief/job-brief.ts";
import { isTranslation } from "../brief/origin.ts";
import type { Source } from "../citations/source.ts";
import { usageOfJob } from "../money/usage.ts";
import { measureQuality } from "../quality/sheet.ts";
import type { Resolved } from "./deliver.ts";

/** A chapter is compared to its original, and languages differ in how many words they need. */
const translationTolerance = 0.5;

async function readTimes(jobId: string) {
  const rows = await db().jobStage.findMany({ where: { jobId, name: "chapter" } });
  return new Map(rows.map(({ position, startedAt, finishedAt }) => [position, { startedAt, finishedAt }]));
}

/** Takes about a second for 300,000 words: call it outside any transaction. */
export async function qualityOf(
  job: Job,
  { resolved, sources }: { resolved: Resolved[]; sources: Source[] },
): Promise<Omit<QualitySheet, "warnings">> {
  const times = await readTimes(job.id);
  const chapters = resolved.map(({ position, written, delivered, wordCount }) => {
    const time = times.get(position);
    if (!time?.finishedAt) throw new Error(`${job.id}: chapitre ${position} inachevé`);
    return {
      position,
      document: written,
      delivered,
      asked: chapterBriefOf(job, position).words,
      words: wordCount,
      startedAt: time.startedAt,
      finishedAt: time.finishedAt,
    };
  });
  const { language, genre } = BookOptions.parse(job.options);
  const translated = (await isTranslation(job.id)) && { lengthTolerance: translationTolerance };
  const book = { language, genre, voice: voiceOf(job), ...translated };
  const { total: usage } = await usageOfJob(job.id);
  return {
    ...(await measureQuality({ ...book, orderedAt: job.createdAt, chapters, sources })),
    ...(usage && { usage }),
    ...(job.estimate !== null && { estimate: Estimate.parse(job.estimate) }),
  };
}
