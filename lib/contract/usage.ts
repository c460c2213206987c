import { z } from "zod";

/** Unknown numbers are left out of the sums and counted. */
export const ModelUsage = z.object({
  calls: z.number().int(),
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
  /** Above 0, the tokens are a minimum. */
  uncounted: z.number().int(),
  cost: z.number().nullable(),
  /** Above 0, the cost is a minimum. */
  unpriced: z.number().int(),
  /** Calls side by side are added up. */
  time_ms: z.number().int(),
});
export type ModelUsage = z.infer<typeof ModelUsage>;
