import { z } from "zod";
import { budgetLimits, referenceLimits } from "./limits.ts";
import { ModelId } from "./model.ts";
import { JobId, Metadata, WebhookUrl } from "./order.ts";
import { BookFrom } from "./origin.ts";
import { AskedChapters } from "./outline.ts";
import { Deleted, PageQuery } from "./page.ts";
import { required, storable, text, whole } from "./text.ts";
import { bookLanguages, continuities, continuityOf, genres, usualGenre } from "./values.ts";
import { VoiceId } from "./voice-id.ts";
import { BookData } from "./wire.ts";

export const BookLanguage = z.enum(bookLanguages, {
  error: `attend ${bookLanguages.slice(0, -1).join(", ")} ou ${bookLanguages.at(-1)}`,
});
export type BookLanguage = z.infer<typeof BookLanguage>;

export const BookGenre = z.enum(genres, {
  error: `attend ${genres.slice(0, -1).join(", ")} ou ${genres.at(-1)}`,
});

const documentsAccepted = `attend de 1 à ${referenceLimits.perBook} identifiants de documents (GET /api/documents)`;
/** Ids of an author's own documents. */
const Documents = z
  .array(z.uuid(documentsAccepted).toLowerCase(), documentsAccepted)
  .min(1, documentsAccepted)
  .max(referenceLimits.perBook, documentsAccepted)
  .refine((ids) => new Set(ids).size === ids.length, "nomme un document deux fois");

const capAccepted = "attend un montant en dollars, supérieur à 0";
export const MaxCost = z.number(capAccepted).positive(capAccepted).max(1_000_000, capAccepted);

/** An unavailable option is refused, never ignored (contract §2). */
export const BookOptions = z.object({
  language: BookLanguage.default(bookLanguages[0]),
  genre: BookGenre.default(usualGenre),
  /** The one that writes, of those of `GET /api/models`; without it, those that are configured. */
  model: ModelId.optional(),
  audience: text(500).optional(),
  tone: text(500).optional(),
  chapters: AskedChapters.optional(),
  words_per_chapter: whole(budgetLimits.min, budgetLimits.max).default(budgetLimits.usual),
  instructions: text(10_000).optional(),
  /** How its author writes: one of `GET /api/voices`, as it is when the book is ordered. */
  voice: VoiceId.optional(),
  /** Waits for a person to approve the outline before the chapters are written. */
  review_outline: z.boolean("attend true ou false").optional(),
  /** Bounds the cost of all calls to models; one that might exceed it is not made. */
  max_cost: MaxCost.optional(),
  /** Has a model read the finished text and report on it, with quotes. */
  reader_report: z.boolean("attend true ou false").optional(),
  /** Whether chapters are written side by side, or in order, each after those before it; absent: as is usual. */
  continuity: z.enum(continuities, { error: `attend ${continuities.join(" ou ")}` }).optional(),
  /** A sequential book waits for a person after each chapter. */
  pause_after_chapter: z.boolean("attend true ou false").optional(),
  /** What the author has read or written on the subject: each chapter is given the passages that concern it. */
  documents: Documents.optional(),
  /** Fails a book that a check does not pass, instead of delivering it with a warning. */
  strict: z.boolean("attend true ou false").optional(),
});
export type BookOptions = z.infer<typeof BookOptions>;

export const BookRequest = z
  .strictObject({
    title: required(255).optional(),
    topic: required(1000),
    goal: required(10_000),
    ...BookOptions.shape,
    /** Takes from a finished book what the order leaves out. */
    from: BookFrom.optional(),
    /** The id of the job, everywhere; the same id and body give the first answer again. */
    jobId: JobId.optional(),
    userId: required(255).optional(),
    metadata: Metadata.optional(),
    /** The URL of an endpoint, to which alone the job's events go. */
    webhookUrl: WebhookUrl.optional(),
  })
  .refine(({ pause_after_chapter, ...order }) => !pause_after_chapter || continuityOf(order) === "sequential", {
    path: ["pause_after_chapter"],
    message:
      "demande que les chapitres s’écrivent dans l’ordre\u202f: ajoutez continuity: sequential, ou retirez cette option",
  });
export type BookRequest = z.infer<typeof BookRequest>;

/** A received book, in one of its versions; `received_at` is when that version came. */
export const BookView = BookData.extend({
  id: z.string(),
  job_id: z.string(),
  version: z.number().int(),
  received_at: z.string(),
});
export type BookView = z.infer<typeof BookView>;

/** When a deleted thing was deleted; absent for what is here. */
const deletion = { deleted_at: z.string().optional() };

export const BookSummary = BookView.omit({ goal: true, outline: true, chapters: true, generated_at: true }).extend(
  deletion,
);
export type BookSummary = z.infer<typeof BookSummary>;

export const BookList = z.object({ items: z.array(BookSummary), next_cursor: z.string().nullable() });
export type BookList = z.infer<typeof BookList>;

export const BookCard = z.object({
  id: z.string(),
  job_id: z.string(),
  title: z.string(),
  topic: z.string(),
  word_count: z.number().int(),
  chapter_count: z.number().int(),
  demo: z.boolean(),
  version: z.number().int(),
  received_at: z.string(),
  ...deletion,
});
export type BookCard = z.infer<typeof BookCard>;

export const BookCardList = z.object({ items: z.array(BookCard), next_cursor: z.string().nullable() });
export type BookCardList = z.infer<typeof BookCardList>;

export const BookQuery = PageQuery.extend({ deleted: Deleted });
export type BookQuery = z.infer<typeof BookQuery>;

/** `job_id` keeps the book that the job's webhook brought. */
export const CardQuery = BookQuery.extend({ job_id: storable().optional() });
export type CardQuery = z.infer<typeof CardQuery>;

export const VersionQuery = z.object({
  version: z.coerce
    .number("attend le numéro d’une version")
    .int("attend le numéro d’une version")
    .min(1)
    .max(2_147_483_647)
    .optional(),
});

export const BookVersionList = z.object({
  items: z.array(
    z.object({
      version: z.number().int(),
      /** The `timestamp` of the body that brought it: versions are in its order. */
      created_at: z.string(),
      by: z.literal("webhook"),
    }),
  ),
});
export type BookVersionList = z.infer<typeof BookVersionList>;
