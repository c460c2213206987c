import { z } from "zod";
import { BookOptions, MaxCost } from "./book.ts";
import { Estimate } from "./estimate.ts";
import { ManuscriptView } from "./manuscript.ts";
import { ModelId } from "./model.ts";
import { Metadata } from "./order.ts";
import { OrderWarning } from "./order-warning.ts";
import { BookFrom, OriginView } from "./origin.ts";
import { OutlineView } from "./outline.ts";
import { QualitySheet } from "./quality.ts";
import { ModelUsage } from "./usage.ts";
import { jobStatuses } from "./values.ts";
import { VoiceSheet } from "./voice.ts";
import { Warning } from "./warning.ts";
import { OutlineEntry } from "./wire.ts";

export const JobStatus = z.enum(jobStatuses);
export type JobStatus = z.infer<typeof JobStatus>;

export const JobRetry = z.strictObject({ max_cost: MaxCost.optional(), model: ModelId.optional() });
export type JobRetry = z.infer<typeof JobRetry>;

export const JobCreated = z.object({
  job_id: z.string(),
  status: JobStatus,
  message: z.string(),
  created_at: z.string(),
  warnings: z.array(OrderWarning).optional(),
});
export type JobCreated = z.infer<typeof JobCreated>;

/** `none` before completion, `disabled` when sending was off (contract §2). */
export const WebhookStatus = z.enum(["none", "pending", "delivered", "failed", "disabled"]);
export type WebhookStatus = z.infer<typeof WebhookStatus>;

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
  retry_at: z.string().optional(),
  webhook: z.object({ status: WebhookStatus, attempts: z.number().int() }),
  warnings: z.array(Warning),
  translated_from: OriginView.optional(),
  from: OriginView.extend({ as: BookFrom.shape.as }).optional(),
  metadata: Metadata.optional(),
  created_at: z.string(),
  updated_at: z.string(),
  /** Absent for what is here. */
  deleted_at: z.string().optional(),
});
export type JobView = z.infer<typeof JobView>;

export const JobList = z.object({ items: z.array(JobView), next_cursor: z.string().nullable() });
export type JobList = z.infer<typeof JobList>;

export const JobsCancelled = z.object({ cancelled: z.number().int(), job_ids: z.array(z.string()) });
export type JobsCancelled = z.infer<typeof JobsCancelled>;

export const StageView = z.object({
  name: z.enum(["research", "outline", "chapters", "continuity", "review", "report", "finalize"]),
  state: z.enum(["waiting", "running", "done", "failed"]),
  started_at: z.string().optional(),
  finished_at: z.string().optional(),
  error: z.string().optional(),
  model: z.string().optional(),
  usage: ModelUsage.optional(),
});
export type StageView = z.infer<typeof StageView>;

export const ChapterView = z.object({
  position: z.number().int(),
  title: z.string(),
  description: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  word_count: z.number().int().optional(),
  /** Absent in a demonstration, which has its own number. */
  budget: z.number().int().optional(),
  error: z.string().optional(),
  model: z.string().optional(),
});
export type ChapterView = z.infer<typeof ChapterView>;

/** `hash` is the SHA-256 of the text or the file read, in hexadecimal. */
export const SourceView = z.object({
  /** Its name in notes and drafts: « S1 ». */
  id: z.string(),
  /** Of a page, or the name of an author's own document. */
  title: z.string(),
  /** Absent for a file. */
  url: z.string().optional(),
  /** Whether it is a passage of an author's own document, and where it stands there, if that has a name. */
  is_passage: z.boolean(),
  place: z.string().optional(),
  retrieved_at: z.string(),
  hash: z.string(),
  /** A person will not have the book cite it. */
  struck: z.literal(true).optional(),
});
export type SourceView = z.infer<typeof SourceView>;

/** A source with what it says: the passage, where it is one. */
export const SourceText = SourceView.extend({ passage: z.string().optional() });
export type SourceText = z.infer<typeof SourceText>;

export const JobDetail = JobView.extend({
  topic: z.string(),
  goal: z.string(),
  options: BookOptions,
  /** The voice of its order, as it was then. */
  voice: VoiceSheet.optional(),
  model: z.string(),
  demo: z.boolean(),
  /** Present where no model wrote the chapters. */
  manuscript: ManuscriptView.optional(),
  stages: z.array(StageView),
  chapters: z.array(ChapterView),
  sources: z.array(SourceView),
  usage: ModelUsage.optional(),
  /** Made when it was ordered. */
  estimate: Estimate.optional(),
  outline: OutlineView.optional(),
  /** Absent before the book is finished, and in books older than sheets. */
  quality: QualitySheet.optional(),
});
export type JobDetail = z.infer<typeof JobDetail>;
