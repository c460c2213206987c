import { type Price, PriceTable } from "../../contract/price.ts";
import { env } from "../../env.ts";
import { capabilitiesOf } from "../capabilities.ts";
import type { Usage } from "../models/ask.ts";
import listed from "./prices.json" with { type: "json" };

const known = PriceTable.parse(listed.models);
export const free: Price = { input: 0, output: 0 };

/** The gateway sells at its providers' prices: `gateway:openai/gpt-5` costs what `openai:gpt-5` does. */
const atItsProvider = (id: string) => id.replace(/^gateway:([^/]+)\//, "$1:");

export function priceOf(id: string): Price | undefined {
  if (!capabilitiesOf(id).priced) return free;
  return env().MODEL_PRICES[id] ?? known[id] ?? known[atItsProvider(id)];
}

/** @returns US dollars */
export function costOf({ input, cached = input, output }: Price, used: Usage): number {
  return ((used.input - used.cached) * input + used.cached * cached + used.output * output) / 1_000_000;
}
