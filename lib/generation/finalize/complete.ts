import type { QualitySheet } from "../../contract/quality.ts";
import type { Job } from "../../database/generated/client.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import { deliver, readSources } from "./deliver.ts";
import { qualityOf } from "./quality-of.ts";
import { readReaderReport, reportWarnings } from "./report-warnings.ts";
import { voiceWarnings } from "./voice-warnings.ts";
import { findWarnings } from "./warnings.ts";

/** `written` is the text of which the delivered `content` was made. */
export type Delivered = WrittenChapter & { written: string };
export type Completed = { chapters: Delivered[]; quality: QualitySheet };

/** Call it outside any transaction: it measures the whole book. */
export async function completeBook(job: Job, chapters: WrittenChapter[]): Promise<Completed> {
  const sources = await readSources(job.id);
  const resolved = await deliver(job, chapters);
  const measured = await qualityOf(job, { resolved, sources });
  const warnings = await findWarnings(job, { resolved, sources, structure: measured.structure, style: measured.style });
  const report = await readReaderReport(job.id);
  const opinions = [...voiceWarnings(measured.voice), ...reportWarnings(report)];
  return {
    chapters: resolved.map(({ written, delivered: _delivered, ...chapter }) => ({
      ...chapter,
      written: written.source,
    })),
    quality: { ...measured, ...(report && { report }), warnings: [...warnings, ...opinions] },
  };
}
