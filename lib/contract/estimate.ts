import { z } from "zod";

const Between = z.object({ low: z.number(), high: z.number() });

/** The expected effort of a book (`POST /api/books/estimate`): `low` if all goes well, `high` if much has to be redone. */
export const Estimate = z.object({
  calls: Between,
  tokens: Between,
  /** US dollars, at the known prices; null: the price of some model is unknown. */
  cost: Between.nullable(),
  words: Between,
  minutes: Between,
});
export type Estimate = z.infer<typeof Estimate>;
