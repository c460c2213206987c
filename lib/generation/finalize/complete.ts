import type { QualitySheet } from "../../contract/quality.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { readWrittenChapters, type WrittenChapter } from "../book/written-chapters.ts";
import { briefOf } from "../brief/job-brief.ts";
import { resolveCitations } from "../citations/resolve.ts";
import { qualityOf } from "./quality-of.ts";
import { findWarnings } from "./warnings.ts";

/** Both documents are the same where nothing is cited. */
export type Resolved = WrittenChapter & { written: Document; delivered: Document };

/** `changed` holds the chapters in which something is cited. */
export type Completed = { changed: WrittenChapter[]; quality: QualitySheet };

/** Call it outside any transaction: it measures the whole book. */
export async function completeBook(job: Job): Promise<Completed> {
  const { language } = briefOf(job);
  const sources = await db().jobSource.findMany({ where: { jobId: job.id }, orderBy: { number: "asc" } });
  const resolve = async (chapter: WrittenChapter): Promise<Resolved> => {
    const written = await openDocument(chapter.content);
    const { document: delivered } = await resolveCitations(written, { sources, language });
    if (delivered === written) return { ...chapter, written, delivered };
    return { ...chapter, content: delivered.source, wordCount: delivered.words, written, delivered };
  };
  const resolved = await Promise.all((await readWrittenChapters(db(), job.id)).map(resolve));
  const changed = resolved.filter(({ written, delivered }) => delivered !== written);
  const measured = await qualityOf(job, { resolved, sources });
  const warnings = await findWarnings(job, { resolved, sources, structure: measured.structure });
  return {
    changed: changed.map(({ written, delivered, ...chapter }) => chapter),
    quality: { ...measured, warnings },
  };
}
