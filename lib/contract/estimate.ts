import { z } from "zod";
import { OrderWarning } from "./order-warning.ts";

/** `likely` lies between the two; absent from estimates made before it was. */
const Between = z.object({ low: z.number(), likely: z.number().optional(), high: z.number() });
export type Between = z.infer<typeof Between>;

/** `low` if all goes well, `high` if much has to be redone. */
export const Estimate = z.object({
  calls: Between,
  tokens: Between,
  /** US dollars; null when the price of some model is unknown. */
  cost: Between.nullable(),
  words: Between,
  minutes: Between,
  /** Likely cost of the call that comes first, in US dollars. */
  first_call_cost: z.number().nullable().optional(),
  /** Finished books of this installation that the likely values were learnt from. */
  learnt_from: z.number().int().optional(),
  /** What is better known before the start; nothing here stops an order. */
  warnings: z.array(OrderWarning).optional(),
});
export type Estimate = z.infer<typeof Estimate>;
