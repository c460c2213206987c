import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import { briefOf } from "../brief/job-brief.ts";
import { resolveCitations } from "../citations/resolve.ts";

/** Both documents are the same where nothing is cited; `content` and `wordCount` are those of the delivered one. */
export type Resolved = WrittenChapter & { written: Document; delivered: Document };

export const readSources = (jobId: string) => db().jobSource.findMany({ where: { jobId }, orderBy: { number: "asc" } });

/** Takes chapters as they are written, and gives them as they are delivered. */
export async function deliver(job: Job, chapters: WrittenChapter[]): Promise<Resolved[]> {
  const { language } = briefOf(job);
  const sources = await readSources(job.id);
  return Promise.all(
    chapters.map(async (chapter) => {
      const written = await openDocument(chapter.content);
      const { document: delivered } = await resolveCitations(written, { sources, language });
      return { ...chapter, content: delivered.source, wordCount: delivered.words, written, delivered };
    }),
  );
}
