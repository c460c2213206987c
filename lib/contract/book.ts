import { z } from "zod";
import { budgetLimits, chapterLimits } from "./limits.ts";
import { OutlineView } from "./outline.ts";
import { QualitySheet } from "./quality.ts";
import { required, storable, text, whole } from "./text.ts";
import { ModelUsage } from "./usage.ts";
import { jobStatuses } from "./values.ts";
import { BookData, OutlineEntry } from "./wire.ts";

export const JobStatus = z.enum(jobStatuses);
export type JobStatus = z.infer<typeof JobStatus>;

/** The languages a book can be written in. */
export const BookLanguage = z.enum(["fr", "en"], { error: "attend fr ou en" });
export type BookLanguage = z.infer<typeof BookLanguage>;

/** US dollars, as the prices of models are. */
const capAccepted = "attend un montant en dollars, supérieur à 0";
const MaxCost = z.number(capAccepted).positive(capAccepted).max(1_000_000, capAccepted);

/** What a person may ask of a book besides its subject; an unavailable option is refused, never ignored (contract §2). */
export const BookOptions = z.object({
  language: BookLanguage.default("fr"),
  audience: text(500).optional(),
  tone: text(500).optional(),
  chapters: whole(chapterLimits.min, chapterLimits.max).optional(),
  words_per_chapter: whole(budgetLimits.min, budgetLimits.max).default(budgetLimits.usual),
  instructions: text(10_000).optional(),
  /** The book waits for a person to approve its outline before its chapters are written. */
  review_outline: z.boolean("attend true ou false").optional(),
  /** What its calls to models may cost in all; a call that might pass it is not made. */
  max_cost: MaxCost.optional(),
});
export type BookOptions = z.infer<typeof BookOptions>;

/** The body of `POST /api/books/create`. */
export const BookRequest = z.strictObject({
  title: required(255).optional(),
  topic: required(1000),
  goal: required(10_000),
  ...BookOptions.shape,
});
export type BookRequest = z.infer<typeof BookRequest>;

/** The body of `POST /api/jobs/{job_id}/retry`: a cap that replaces the job's. */
export const JobRetry = z.strictObject({ max_cost: MaxCost.optional() });
export type JobRetry = z.infer<typeof JobRetry>;

export const JobCreated = z.object({
  job_id: z.string(),
  status: JobStatus,
  message: z.string(),
  created_at: z.string(),
});
export type JobCreated = z.infer<typeof JobCreated>;

/** How far a job's webhook is; `none` before completion, `disabled` when sending was off (contract §2). */
export const WebhookStatus = z.enum(["none", "pending", "delivered", "failed", "disabled"]);
export type WebhookStatus = z.infer<typeof WebhookStatus>;

/** The status object: `GET /api/books/status/{job_id}`, and each item of `GET /api/jobs`. */
export const JobView = z.object({
  job_id: z.string(),
  status: JobStatus,
  message: z.string(),
  progress: z.number().int().min(0).max(100),
  title: z.string(),
  chapters_completed: z.number().int(),
  total_chapters: z.number().int(),
  book_outline: z.array(OutlineEntry).optional(),
  error: z.string().optional(),
  /** The provider of the model asked to wait until then. */
  retry_at: z.string().optional(),
  webhook: z.object({ status: WebhookStatus, attempts: z.number().int() }),
  created_at: z.string(),
  updated_at: z.string(),
});
export type JobView = z.infer<typeof JobView>;

export const JobList = z.object({ items: z.array(JobView), next_cursor: z.string().nullable() });
export type JobList = z.infer<typeof JobList>;

/** A stage as the job page shows it. */
export const StageView = z.object({
  name: z.enum(["research", "outline", "chapters", "review", "finalize"]),
  state: z.enum(["waiting", "running", "done", "failed"]),
  started_at: z.string().optional(),
  finished_at: z.string().optional(),
  error: z.string().optional(),
  /** Which model answered last. */
  model: z.string().optional(),
  /** What its calls to models used; absent when there were none. */
  usage: ModelUsage.optional(),
});
export type StageView = z.infer<typeof StageView>;

export const ChapterView = z.object({
  position: z.number().int(),
  title: z.string(),
  description: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  word_count: z.number().int().optional(),
  /** The words it is to have; the demonstration keeps to its own. */
  budget: z.number().int().optional(),
  error: z.string().optional(),
  model: z.string().optional(),
});
export type ChapterView = z.infer<typeof ChapterView>;

/** A page that was read for a book; `hash` is that of the text read, SHA-256 in hexadecimal. */
export const SourceView = z.object({
  /** As notes and drafts name it: « S1 ». */
  id: z.string(),
  title: z.string(),
  url: z.string(),
  retrieved_at: z.string(),
  hash: z.string(),
});
export type SourceView = z.infer<typeof SourceView>;

/** `GET /api/jobs/{job_id}`: the status object, and what the job page needs besides. */
export const JobDetail = JobView.extend({
  topic: z.string(),
  goal: z.string(),
  options: BookOptions,
  model: z.string(),
  demo: z.boolean(),
  stages: z.array(StageView),
  chapters: z.array(ChapterView),
  /** What was read for it, and may be cited. */
  sources: z.array(SourceView),
  /** What all calls to models used so far. */
  usage: ModelUsage.optional(),
  /** As soon as there is one. */
  outline: OutlineView.optional(),
  /** Of a finished book; one finished before there were sheets has none. */
  quality: QualitySheet.optional(),
});
export type JobDetail = z.infer<typeof JobDetail>;

/** A received book: what the webhook brought, and when. */
export const BookView = BookData.extend({ id: z.string(), job_id: z.string(), received_at: z.string() });
export type BookView = z.infer<typeof BookView>;

export const BookList = z.object({ items: z.array(BookView), next_cursor: z.string().nullable() });
export type BookList = z.infer<typeof BookList>;

/** Query of a cursor-paged list. */
export const PageQuery = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** What a shelf shows of a received book, without its text. */
export const BookCard = z.object({
  id: z.string(),
  job_id: z.string(),
  title: z.string(),
  topic: z.string(),
  word_count: z.number().int(),
  chapter_count: z.number().int(),
  /** It says of itself that it is a demonstration. */
  demo: z.boolean(),
  received_at: z.string(),
});
export type BookCard = z.infer<typeof BookCard>;

export const BookCardList = z.object({ items: z.array(BookCard), next_cursor: z.string().nullable() });
export type BookCardList = z.infer<typeof BookCardList>;

/** Query of `GET /api/books/cards`; `job_id` keeps the book that job's webhook brought. */
export const CardQuery = PageQuery.extend({ job_id: storable().optional() });
export type CardQuery = z.infer<typeof CardQuery>;
