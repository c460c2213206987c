import { z } from "zod";
import { Moment } from "./delivery.ts";
import { PageQuery } from "./page.ts";
import { storable } from "./text.ts";
import { verifications } from "./values.ts";

export const Verification = z.enum(verifications);
export type Verification = z.infer<typeof Verification>;

export const InboxView = z.object({
  id: z.string(),
  webhook_id: z.string().nullable(),
  job_id: z.string(),
  status: z.string(),
  body_bytes: z.number().int(),
  verification: Verification,
  key_fingerprint: z.string().nullable(),
  received_at: z.string(),
  duplicates: z.number().int(),
  last_duplicate_at: z.string().nullable(),
  /** Null while the event is not processed; then `error` says why. */
  processed_at: z.string().nullable(),
  error: z.string().nullable(),
  book_id: z.string().nullable(),
  /** The version of the book that it brought. */
  version: z.number().int().nullable(),
  title: z.string().nullable(),
});
export type InboxView = z.infer<typeof InboxView>;

export const InboxQuery = PageQuery.extend({
  verification: Verification.optional(),
  /** `error` keeps events that can be run again. */
  outcome: z.enum(["processed", "error"]).optional(),
  duplicates: z.stringbool({ error: "attend true ou false" }).optional(),
  job_id: storable().optional(),
  since: Moment.optional(),
  until: Moment.optional(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const InboxList = z.object({ items: z.array(InboxView), next_cursor: z.string().nullable() });
export type InboxList = z.infer<typeof InboxList>;

/** Answers an event that is safely stored, each time it comes (contract §5). */
export const Receipt = z.object({
  success: z.literal(true),
  message: z.string(),
  job_id: z.string(),
  book_id: z.string().optional(),
  version: z.number().int().optional(),
  book_created: z.literal(false).optional(),
  duplicate: z.literal(true).optional(),
  /** Says the same in the word that the original system's test script looks for. */
  idempotent: z.literal(true).optional(),
  /** Names the secret that verified this request: only its holder is told. */
  verified_with: z.string().optional(),
});
export type Receipt = z.infer<typeof Receipt>;
