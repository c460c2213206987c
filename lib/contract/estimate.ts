import { z } from "zod";

const Between = z.object({ low: z.number(), high: z.number() });

/** `low` if all goes well, `high` if much has to be redone. */
export const Estimate = z.object({
  calls: Between,
  tokens: Between,
  /** US dollars; null when the price of some model is unknown. */
  cost: Between.nullable(),
  words: Between,
  minutes: Between,
});
export type Estimate = z.infer<typeof Estimate>;
