import { z } from "zod";

const dollars = z.number().min(0);

/** US dollars per million tokens; without `cached`, tokens read from the provider's cache cost as `input`. */
export const Price = z.strictObject({ input: dollars, cached: dollars.optional(), output: dollars });
export type Price = z.infer<typeof Price>;

export const PriceTable = z.record(z.string().min(1), Price);
export type PriceTable = z.infer<typeof PriceTable>;

const tokens = z.number().int().positive();

/** A line of the table that ships: a price, when and from whom it is known, and what else was known then. */
export const ListedModel = Price.extend({
  context_tokens: tokens.optional(),
  max_output_tokens: tokens.optional(),
  /** As the source names them: `reasoning`, `tool-use`… */
  abilities: z.array(z.string()).optional(),
  /** `2025-10`, or `2025-10-23`. */
  as_of: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/),
  source: z.string().min(1),
});
export type ListedModel = z.infer<typeof ListedModel>;

export const ListedModels = z.strictObject({ about: z.string(), models: z.record(z.string().min(1), ListedModel) });
export type ListedModels = z.infer<typeof ListedModels>;
