import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { publish } from "../../webhook/publish.ts";
import { assembleBook } from "../book/assemble.ts";
import { orderOf } from "../book/order-of.ts";
import { readWrittenChapters } from "../book/written-chapters.ts";
import { type Completed, completeBook } from "../finalize/complete.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import type { Stage } from "./stage.ts";

export const finalize: Stage<"finalize", Completed> = {
  work: async (job) => completeBook(job, await readWrittenChapters(db(), job.id)),
  async commit(tx, job, { data, result: { chapters, quality } }) {
    const completedAt = now();
    for (const { position, content, wordCount, written } of chapters)
      if (content !== written)
        await tx.jobChapter.updateMany({ where: { jobId: job.id, position }, data: { content, wordCount, written } });
    const bookData = assembleBook(job, await readWrittenChapters(tx, job.id), completedAt);
    const { word_count, chapter_count } = bookData;
    await finishStage(tx, { name: "finalize", data }, { result: { word_count, chapter_count } });
    await tx.job.updateMany({
      where: { id: job.id },
      data: { status: "completed", quality, completedAt, updatedAt: completedAt },
    });
    await publish(tx, { ...orderOf(job), title: bookData.book_title, type: "book.completed", bookData });
    logger.info(`📚 Livre terminé pour le job ${job.id} : ${chapter_count} chapitre(s), ${word_count} mots`);
  },
};
