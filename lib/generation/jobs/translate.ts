import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { Estimate } from "../../contract/estimate.ts";
import type { JobCreated } from "../../contract/job.ts";
import type { TranslationRequest } from "../../contract/translation.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { JobSource } from "../../database/generated/client.ts";
import { AppError, invalid } from "../../errors.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { chainsOfOrder } from "../choice/chains-of-order.ts";
import { estimateTranslation } from "../estimate/estimate-translation.ts";
import { nameOf } from "../language/names.ts";
import { checkCap } from "../money/cap.ts";
import { type FinishedBook, readFinalTexts, readFinished } from "./finished.ts";
import { checkIdempotencyKey, hashOf, insertJob, readFirstAnswer } from "./insert-job.ts";
import { readJobId } from "./job-id.ts";
import { newJob } from "./new-job.ts";
import { inGroups } from "./store-manuscript.ts";

async function readToTranslate(id: string, { language }: TranslationRequest): Promise<FinishedBook> {
  const jobId = await readJobId(id);
  const book = await readFinished(jobId);
  if (!book) throw new AppError("conflict", "Seul un livre terminé se traduit\u202f: attendez la fin de sa rédaction.");
  if (book.options.language === language)
    throw invalid("language", `Le livre est déjà en ${nameOf(language)}\u202f: choisissez une autre langue.`);
  return book;
}

async function chainsFor(request: TranslationRequest) {
  const chains = await chainsOfOrder(request);
  if (!capabilitiesOf(chains.model).translates)
    throw invalid("model", "Le modèle de démonstration ne traduit pas\u202f: choisissez un autre modèle.");
  return chains;
}

/** Names that the book's bible knows, and terms that its plan defines. */
const termsOf = ({ outline, bible }: FinishedBook): string[] => [
  ...outline.chapters.flatMap(({ defines }) => defines.map(({ term }) => term)),
  ...[...bible.characters, ...bible.places].map(({ name }) => name),
];

const toTranslate = ({ title, options, outline }: FinishedBook, { language }: TranslationRequest) => ({
  title,
  from: options.language,
  to: language,
  chapters: outline.chapters.map(({ words = options.words_per_chapter }) => ({ wordCount: words })),
});

type Stored = { book: FinishedBook; chapters: WrittenChapter[]; sources: JobSource[] };

async function storeOrigin(tx: Transaction, jobId: string, { book, chapters, sources }: Stored): Promise<void> {
  const { job, title, options } = book;
  const origin = { jobId, originId: job.id, kind: "translation", title, language: options.language };
  await tx.jobOrigin.create({ data: { ...origin, told: { terms: termsOf(book) } } });
  for (const group of inGroups(chapters)) {
    await tx.originChapter.createMany({ data: group.map((chapter) => ({ jobId, ...chapter })) });
    await yieldToEventLoop();
  }
  await tx.jobSource.createMany({ data: sources.map((source) => ({ ...source, jobId })) });
}

/** The chapters of a translation do not depend on each other, whatever those of its original did. */
function optionsOf({ options }: FinishedBook, request: TranslationRequest): BookOptions {
  const { genre, audience, tone } = options;
  return BookOptions.parse({ ...request, genre, audience, tone, continuity: "parallel" });
}

/**
 * Orders the translation of a finished book: a job of its own, which keeps the texts as they are now. The same key within
 * 24 h, or the same id, gives the first answer again.
 * @throws {AppError} not_found; conflict, when the book is not finished; invalid: the language is the book's own, the model
 * does not translate, is unknown or not ready, the key or the id served for another request
 */
export async function translateBook(
  id: string,
  request: TranslationRequest,
  idempotencyKey?: string,
): Promise<JobCreated> {
  checkIdempotencyKey(idempotencyKey);
  const book = await readToTranslate(id, request);
  const { id: originId, topic, goal } = book.job;
  const requestHash = hashOf({ ...request, translates: originId });
  const first = await readFirstAnswer(db(), { jobId: request.jobId, idempotencyKey, requestHash, at: now() });
  if (first) return first;
  const chains = await chainsFor(request);
  checkCap(request.max_cost, chains.models);
  const options = optionsOf(book, request);
  const { title, jobId, userId, metadata, webhookUrl } = request;
  const ordered = { title, topic, goal, jobId, userId, metadata, webhookUrl };
  const job = {
    ...(await newJob({ ...ordered, ...chains, options, requestHash })),
    bookTitle: book.title,
    estimate: await estimateTranslation(request, toTranslate(book, request)),
  };
  const texts = await readFinalTexts(originId);
  return insertJob(job, idempotencyKey, async (tx) => {
    await storeOrigin(tx, job.id, { book, ...texts });
    await enqueue(tx, "research", { jobId: job.id, run: 1 });
  });
}

/** @throws {AppError} as `translateBook` does */
export async function estimateTranslationOf(id: string, request: TranslationRequest): Promise<Estimate> {
  const book = await readToTranslate(id, request);
  await chainsFor(request);
  return estimateTranslation(request, toTranslate(book, request));
}
