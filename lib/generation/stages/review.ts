import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { saveEdits } from "../book/edits.ts";
import { readWrittenChapters } from "../book/written-chapters.ts";
import { readDocumentations } from "../brief/documentation.ts";
import { briefOf, chapterBriefOf, outlineOf } from "../brief/job-brief.ts";
import { isTranslation } from "../brief/origin.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { type Review, reviewBook } from "../review/review.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import type { Stage } from "./stage.ts";

export const review: Stage<"review", Review> = {
  work: async (job, _data, { ask, windowOf, isSmall }) =>
    // A small model gives passages back as they were, and a translator changes nothing in its author's.
    capabilitiesOf(job.model).reviews && !(await isSmall("review")) && !(await isTranslation(job.id))
      ? reviewBook(await readWrittenChapters(db(), job.id), {
          ask,
          window: await windowOf("review"),
          outline: outlineOf(job),
          language: briefOf(job).language,
          genre: briefOf(job).genre,
          strict: briefOf(job).strict ?? false,
          documentationFor: await readDocumentations(job.id),
          requestFor: (position) => chapterBriefOf(job, position),
        })
      : { changed: [], passages: 0, lost: [] },
  async commit(tx, job, { data, result: { changed, passages, lost } }) {
    for (const { position, content, wordCount, edits = [] } of changed) {
      await tx.jobChapter.updateMany({ where: { jobId: job.id, position }, data: { content, wordCount } });
      await saveEdits(tx, { jobId: job.id, stage: "review", position }, edits);
    }
    await finishStage(tx, { name: "review", data }, { result: { passages, lost } });
    await tx.job.updateMany({ where: { id: job.id }, data: { updatedAt: now() } });
    const { reader_report } = BookOptions.parse(job.options);
    await enqueue(tx, reader_report ? "report" : "finalize", { jobId: job.id, run: data.run });
  },
};
