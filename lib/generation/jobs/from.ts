import { z } from "zod";
import type { BookOptions } from "../../contract/book.ts";
import { budgetLimits, chapterLimits } from "../../contract/limits.ts";
import { BookFrom } from "../../contract/origin.ts";
import { continuityOf } from "../../contract/values.ts";
import type { VoiceSheet } from "../../contract/voice.ts";
import type { Transaction } from "../../database/client.ts";
import { invalid } from "../../errors.ts";
import { voiceOf } from "../brief/job-brief.ts";
import type { ToldBefore } from "../brief/origin.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { emptyBible, type StoredBible, writeBible } from "../continuity/stored-bible.ts";
import { type FinishedBook, readFinished } from "./finished.ts";

const Order = z.looseObject({ from: BookFrom, chapters: z.unknown().optional() });

/** @throws {AppError} invalid, unless it is a finished job's */
async function readOrigin({ job_id }: BookFrom): Promise<FinishedBook> {
  const book = await readFinished(job_id);
  if (!book)
    throw invalid(
      "from.job_id",
      "from.job_id\u202f: aucun livre terminé n’a cet identifiant\u202f; attendez sa fin, ou choisissez-en un autre.",
    );
  return book;
}

const isSaid = (text: string) => text.trim() !== "";

function planOf({ outline: { chapters } }: FinishedBook) {
  if (chapters.length > chapterLimits.max)
    throw invalid(
      "chapters",
      `chapters\u202f: ce livre a ${chapters.length} chapitres, et un plan ${chapterLimits.max} au plus\u202f; donnez-en un autre, ou leur nombre.`,
    );
  return chapters.map(({ title, description, key_points }) => ({
    title,
    ...(isSaid(description) && { description }),
    ...(key_points.length > 0 && { key_points }),
  }));
}

/** A manuscript's chapters were ordered in no length: the next book's are as long as these. */
function wordsOf({ job, options, outline: { chapters } }: FinishedBook): number {
  if (capabilitiesOf(job.model).writes) return options.words_per_chapter;
  const words = chapters.reduce((sum, chapter) => sum + (chapter.words ?? 0), 0) / Math.max(1, chapters.length);
  return Math.round(Math.min(budgetLimits.max, Math.max(budgetLimits.min, words)));
}

function chaptersOf({ as }: BookFrom, book: FinishedBook) {
  if (as === "edition") return planOf(book);
  const { chapters } = book.options;
  return Array.isArray(chapters) ? chapters.length : chapters;
}

/**
 * Adds to an order made from a finished book what it leaves out: the book's subject, its options, the plan of an edition.
 * @param order as it came: one that is wrong is returned as it is, for its schema to say so
 * @throws {AppError} invalid, when there is no such book, or it is not finished
 */
export async function inheritOrder(order: unknown): Promise<unknown> {
  const read = Order.safeParse(order);
  if (!read.success) return order;
  const { from, chapters } = read.data;
  const book = await readOrigin(from);
  const { language, genre, continuity, audience, tone, instructions } = book.options;
  const inherited = {
    topic: book.job.topic,
    goal: book.job.goal,
    language,
    genre,
    continuity,
    audience,
    tone,
    instructions,
    words_per_chapter: wordsOf(book),
    chapters: chapters === undefined ? chaptersOf(from, book) : undefined,
  };
  const known = Object.entries(inherited).filter(([, value]) => value !== undefined && value !== "");
  const { chapters: _chapters, ...others } = read.data;
  // Chapters that are said to be none are the outline's to decide.
  return { ...Object.fromEntries(known), ...(chapters === null ? others : read.data) };
}

/** What the bible of a book is for its sequel: known before any chapter said it. What is settled binds nobody. */
function bibleBefore({ characters, places, facts, threads, removed }: StoredBible): StoredBible {
  const before = { chapter: null };
  return {
    ...emptyBible,
    characters: characters.map((one) => ({ ...one, ...before })),
    places: places.map((one) => ({ ...one, ...before })),
    facts: facts.map((one) => ({ ...one, ...before })),
    threads: threads.filter(({ closed }) => closed === null).map((one) => ({ ...one, ...before })),
    removed,
  };
}

const toldOf = ({ outline, bible }: FinishedBook): Omit<ToldBefore, "title"> => ({
  chapters: outline.chapters.map(({ title, description }) => ({ title, description })),
  summaries: bible.summaries,
});

/** The voice in which a book made from another is written, where its order names none. */
export async function voiceOfOrigin(from: BookFrom | undefined, model: string): Promise<VoiceSheet | undefined> {
  if (!from || !capabilitiesOf(model).hasVoice) return undefined;
  return voiceOf((await readOrigin(from)).job);
}

/**
 * @returns what writes the origin of a new job beside it, in the transaction that inserts it
 * @throws {AppError} invalid, when there is no such book, or it is not finished
 */
export async function originWriter(from: BookFrom | undefined, options: BookOptions) {
  if (!from) return async () => {};
  const book = await readOrigin(from);
  const { job, title } = book;
  const isSequel = from.as === "sequel";
  return async (tx: Transaction, jobId: string) => {
    const origin = { jobId, originId: job.id, kind: from.as, title, language: book.options.language };
    await tx.jobOrigin.create({ data: { ...origin, ...(isSequel && { told: toldOf(book) }) } });
    if (isSequel && continuityOf(options) === "sequential") await writeBible(tx, jobId, bibleBefore(book.bible));
  };
}
