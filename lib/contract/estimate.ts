import { z } from "zod";

const Between = z.object({ low: z.number(), high: z.number() });

/** The expected effort of a book (`POST /api/books/estimate`): `low` if all goes well, `high` if much has to be redone. */
export const Estimate = z.object({
  /** Calls to models. */
  calls: Between,
  /** Tokens read and written by them. */
  tokens: Between,
  /** US dollars, at the known prices; null: the price of some model is unknown. */
  cost: Between.nullable(),
  /** Words of the finished book. */
  words: Between,
  /** Minutes of writing, once it begins. */
  minutes: Between,
});
export type Estimate = z.infer<typeof Estimate>;
