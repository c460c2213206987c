import { z } from "zod";

export const QueueState = z.object({
  /** Due now, not yet fetched. */
  waiting: z.number().int(),
  in_flight: z.number().int(),
  /** Waiting for the time of their next attempt. */
  deferred: z.number().int(),
  /** The creation of the oldest pending delivery. */
  oldest_at: z.string().nullable(),
  endpoints: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      url: z.string(),
      pending: z.number().int(),
      failing: z.boolean(),
      throttled_until: z.string().nullable(),
    }),
  ),
  generation: z.array(
    z.object({ name: z.string(), waiting: z.number().int(), in_flight: z.number().int(), deferred: z.number().int() }),
  ),
  measured_at: z.string(),
});
export type QueueState = z.infer<typeof QueueState>;
