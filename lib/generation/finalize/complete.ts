import type { QualitySheet } from "../../contract/quality.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { readWrittenChapters, type WrittenChapter } from "../book/written-chapters.ts";
import { requestOf } from "../brief/request.ts";
import { resolveCitations } from "../citations/resolve.ts";
import { countAllWords } from "../text/blocks.ts";
import { qualityOf } from "./quality-of.ts";

/** A book as it is delivered, and its measures. `changed` holds the chapters in which something is cited. */
export type Completed = { changed: WrittenChapter[]; quality: QualitySheet };

/** Gives each citation its link and each chapter its sources, and measures the book; outside any transaction. */
export async function completeBook(job: Job): Promise<Completed> {
  const { language } = requestOf(job);
  const sources = await db().jobSource.findMany({ where: { jobId: job.id }, orderBy: { number: "asc" } });
  const written = await readWrittenChapters(db(), job.id);
  const delivered: WrittenChapter[] = [];
  for (const chapter of written) {
    const { content } = await resolveCitations(chapter.content, { sources, language });
    delivered.push(
      content === chapter.content ? chapter : { ...chapter, content, wordCount: await countAllWords(content) },
    );
  }
  const changed = delivered.filter((chapter, index) => chapter !== written[index]);
  return { changed, quality: await qualityOf(job, { written, delivered, sources }) };
}
