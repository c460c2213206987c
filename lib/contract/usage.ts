import { z } from "zod";

/** The usage of ended calls to models; unknown numbers are left out of the sums and counted. */
export const ModelUsage = z.object({
  calls: z.number().int(),
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
  /** Calls whose tokens nobody counted: the tokens are a minimum. */
  uncounted: z.number().int(),
  cost: z.number().nullable(),
  /** Calls of unknown cost: the cost is a minimum. */
  unpriced: z.number().int(),
  /** Milliseconds spent waiting for the models, each call by itself. */
  time_ms: z.number().int(),
});
export type ModelUsage = z.infer<typeof ModelUsage>;
