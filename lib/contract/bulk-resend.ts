import { z } from "zod";
import { DeliveryFilter } from "./delivery.ts";
import { storable } from "./text.ts";

/** With `missed`, `since` and `until` bound when a delivery was given up instead of when it was created. */
export const ResendFilter = z.object({ ...DeliveryFilter.shape, missed: z.literal(true).optional() });
export type ResendFilter = z.infer<typeof ResendFilter>;

export const ResendPreview = z.object({
  /** Pending deliveries in flight, or about to leave, are left alone. */
  total: z.number().int(),
  by_status: z.object({
    failed: z.number().int(),
    disabled: z.number().int(),
    delivered: z.number().int(),
    pending: z.number().int(),
  }),
  /** `blocked`: the endpoint is off or cannot send. */
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
 * Without `status`: failed and disabled. Pending ones are sent at once, and wait for their own next attempt again when that
 * fails. Unknown fields are refused: a misspelt one would send everything again.
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
  /**
   * `waiting`, `delivered` and `failed` add up to `queued`; those in flight count as waiting, those that failed as failed
   * although they may have attempts left.
   */
  waiting: z.number().int(),
  delivered: z.number().int(),
  failed: z.number().int(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
});
export type BulkResendView = z.infer<typeof BulkResendView>;

export const BulkResendList = z.object({ items: z.array(BulkResendView) });
export type BulkResendList = z.infer<typeof BulkResendList>;
