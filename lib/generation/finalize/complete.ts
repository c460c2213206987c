import type { QualitySheet } from "../../contract/quality.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { reviewable } from "../book/reviewable.ts";
import { requestOf } from "../brief/request.ts";
import { resolveCitations } from "../citations/resolve.ts";
import { countAllWords } from "../text/blocks.ts";
import { qualityOf } from "./quality-of.ts";

/** A chapter as it is delivered. */
export type Delivered = { position: number; content: string; wordCount: number };

/** A book as it is delivered, and its measures. `changed` are the chapters in which something is cited. */
export type Completed = { changed: Delivered[]; quality: QualitySheet };

/** Gives each citation its link and each chapter its sources, and measures the book; outside any transaction. */
export async function complete(job: Job): Promise<Completed> {
  const { language } = requestOf(job);
  const sources = await db().jobSource.findMany({ where: { jobId: job.id }, orderBy: { number: "asc" } });
  const changed: Delivered[] = [];
  for (const { position, content: written } of await reviewable(job.id)) {
    const { content } = await resolveCitations(written, { sources, language });
    if (content !== written) changed.push({ position, content, wordCount: await countAllWords(content) });
  }
  return { changed, quality: await qualityOf(job, { changed, sources }) };
}
