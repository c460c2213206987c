import { z } from "zod";
import { DeliveryFilter } from "./delivery.ts";
import { storable } from "./text.ts";

/**
 * The filter of a bulk resend: the log’s, and `missed`, with which `since` and `until` bound when a delivery was given up
 * (it had failed for good, or nothing could be sent) instead of when it was created.
 */
export const ResendFilter = z.object({ ...DeliveryFilter.shape, missed: z.literal(true).optional() });
export type ResendFilter = z.infer<typeof ResendFilter>;

/** `POST /api/webhook/resends/preview`: counts what a bulk resend by this filter would send again. */
export const ResendPreview = z.object({
  /** Counts the failed, disabled or delivered ones that can be sent; pending ones are left alone. */
  total: z.number().int(),
  by_status: z.object({ failed: z.number().int(), disabled: z.number().int(), delivered: z.number().int() }),
  /** Counts those left out: the endpoint is off or cannot send, or was deleted; the body was pruned; a test. */
  left_out: z.object({
    blocked: z.number().int(),
    deleted: z.number().int(),
    pruned: z.number().int(),
    test: z.number().int(),
  }),
  oldest_at: z.string().nullable(),
  newest_at: z.string().nullable(),
});
export type ResendPreview = z.infer<typeof ResendPreview>;

/**
 * The body of `POST /api/webhook/resends` and of its preview; without `status`, the failed and the disabled.
 * An unknown field is refused: a misspelt one would send everything again.
 */
export const ResendRequest = z.strictObject({ ...ResendFilter.shape, book_id: storable().optional() });
export type ResendRequest = z.infer<typeof ResendRequest>;

export const BulkResendView = z.object({
  id: z.string(),
  filter: ResendFilter,
  status: z.enum(["running", "stopped", "done"]),
  total: z.number().int(),
  queued: z.number().int(),
  skipped: z.number().int(),
  /** `waiting`, `delivered` and `failed` add up to `queued`; those in flight count as waiting. */
  waiting: z.number().int(),
  delivered: z.number().int(),
  failed: z.number().int(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
});
export type BulkResendView = z.infer<typeof BulkResendView>;

/** `GET /api/webhook/resends`, newest first, the last twenty. */
export const BulkResendList = z.object({ items: z.array(BulkResendView) });
export type BulkResendList = z.infer<typeof BulkResendList>;
