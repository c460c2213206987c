import { z } from "zod";

const dollars = z.number().min(0);

/** US dollars per million tokens; `cached` is for what the provider reads from its cache, without it `input` is. */
export const Price = z.strictObject({ input: dollars, cached: dollars.optional(), output: dollars });
export type Price = z.infer<typeof Price>;

/** What models cost, by their id as `BOOK_MODEL` writes it. */
export const PriceTable = z.record(z.string().min(1), Price);
export type PriceTable = z.infer<typeof PriceTable>;
