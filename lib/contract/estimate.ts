import { z } from "zod";

const Between = z.object({ low: z.number(), high: z.number() });

/** What a book is expected to take (`POST /api/books/estimate`): the low end if all goes well, the high end if much has to be redone. */
export const Estimate = z.object({
  /** Calls to models. */
  calls: Between,
  /** Read and written by them. */
  tokens: Between,
  /** US dollars, at the known prices; null: the price of some model is unknown. */
  cost: Between.nullable(),
  /** Of the finished book. */
  words: Between,
  /** Of writing, once it begins. */
  minutes: Between,
});
export type Estimate = z.infer<typeof Estimate>;
