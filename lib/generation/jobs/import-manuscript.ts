import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { JobCreated } from "../../contract/job.ts";
import { ManuscriptFields } from "../../contract/manuscript.ts";
import { db, type Transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import { logger } from "../../logger.ts";
import type { Upload } from "../../manuscript/manuscript.ts";
import { publish } from "../../webhook/publish.ts";
import { assembleBook } from "../book/assemble.ts";
import { orderOf } from "../book/order-of.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { manuscriptModel } from "../capabilities.ts";
import { forEveryRole } from "../models/chains.ts";
import { checkIdempotencyKey, hashOf, insertJob, readFirstAnswer } from "./insert-job.ts";
import { storeManuscript } from "./store-manuscript.ts";
import { languageOf, titledChapters, titleOfManuscript } from "./titled-chapters.ts";

const outlineOf = (title: string, chapters: WrittenChapter[]): BookOutline => ({
  title,
  chapters: chapters.map((chapter) => ({
    title: chapter.title,
    description: chapter.description,
    words: chapter.wordCount,
    key_points: [],
    defines: [],
    elsewhere: [],
  })),
});

/** Publishes the book as a job that was written does when it ends. */
async function publishBook(tx: Transaction, jobId: string, chapters: WrittenChapter[]): Promise<void> {
  const job = await tx.job.findUniqueOrThrow({ where: { id: jobId } });
  const bookData = assembleBook(job, chapters, job.completedAt ?? now());
  await publish(tx, { ...orderOf(job), title: bookData.book_title, type: "book.completed", bookData });
  const { chapter_count, word_count } = bookData;
  logger.info(`📚 Livre terminé pour le job ${jobId} : ${chapter_count} chapitre(s), ${word_count} mots`);
}

/**
 * Makes a finished job of a manuscript, and publishes its book in the transaction that stores it. The same key within 24 h
 * gives the first answer again.
 * @throws {AppError} invalid, when the key served for another request
 * @throws {z.ZodError} when a field of the form is wrong
 */
export async function importManuscript(upload: Upload, idempotencyKey?: string): Promise<JobCreated> {
  checkIdempotencyKey(idempotencyKey);
  const fields = ManuscriptFields.parse(upload.fields);
  const requestHash = hashOf({ ...fields, name: upload.name, file: upload.hash });
  const createdAt = now();
  const first = await readFirstAnswer(db(), { jobId: undefined, idempotencyKey, requestHash, at: createdAt });
  if (first) return first;
  const language = fields.language ?? (await languageOf(upload.manuscript));
  const title = fields.title ?? titleOfManuscript(upload);
  const chapters = titledChapters(upload.manuscript, { title, language });
  const id = newId();
  const job = {
    id,
    rank: id,
    title,
    topic: fields.topic ?? title,
    goal: fields.goal ?? "",
    options: BookOptions.parse({ language }),
    status: "completed" as const,
    model: manuscriptModel,
    models: forEveryRole([manuscriptModel]),
    bookTitle: title,
    outline: outlineOf(title, chapters),
    requestHash,
    createdAt,
    updatedAt: createdAt,
    completedAt: createdAt,
  };
  return insertJob(job, idempotencyKey, async (tx) => {
    await storeManuscript(tx, { jobId: id, upload, chapters, at: createdAt });
    await publishBook(tx, id, chapters);
  });
}
