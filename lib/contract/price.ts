import { z } from "zod";

const dollars = z.number().min(0);

/** US dollars per million tokens; without `cached`, tokens read from the provider's cache cost as `input`. */
export const Price = z.strictObject({ input: dollars, cached: dollars.optional(), output: dollars });
export type Price = z.infer<typeof Price>;

export const PriceTable = z.record(z.string().min(1), Price);
export type PriceTable = z.infer<typeof PriceTable>;
