import { now } from "../../clock.ts";
import { type ListedModel, ListedModels, type Price } from "../../contract/price.ts";
import { env } from "../../env.ts";
import { capabilitiesOf } from "../capabilities.ts";
import type { Usage } from "../models/ask.ts";
import file from "./prices.json" with { type: "json" };

const { models: listed } = ListedModels.parse(file);
export const free: Price = { input: 0, output: 0 };

/** The gateway sells at its providers' prices: `gateway:openai/gpt-5` costs what `openai:gpt-5` does, and the reverse. */
const atItsProvider = (id: string) => id.replace(/^gateway:([^/]+)\//, "$1:");
const atTheGateway = (id: string) => `gateway:${id.replace(":", "/")}`;
/** Anthropic writes dashes where the gateway writes dots: `claude-opus-4-1`. */
const withDashes = (id: string) => id.replace(/(?<=\d)\.(?=\d$)/, "-");
const withDots = (id: string) => id.replace(/(?<=\d)-(?=\d$)/, ".");

/** What the table that ships says of a model; undefined where it says nothing. */
export function listedModel(id: string): ListedModel | undefined {
  const direct = atItsProvider(id);
  const names = [id, direct, withDashes(direct), atTheGateway(id), atTheGateway(withDots(id))];
  return names.map((name) => listed[name]).find((line) => line !== undefined);
}

export function priceOf(id: string): Price | undefined {
  if (!capabilitiesOf(id).priced) return free;
  const own = env().MODEL_PRICES[id];
  if (own) return own;
  const { input, cached, output } = listedModel(id) ?? {};
  if (input === undefined || output === undefined) return undefined;
  return { input, output, ...(cached !== undefined && { cached }) };
}

const oldAfterMs = 180 * 24 * 3_600_000;

/** When the price that holds was known, where that is long ago; undefined for one that a person has given. */
export function oldPriceDate(id: string): Date | undefined {
  if (!capabilitiesOf(id).priced || env().MODEL_PRICES[id]) return undefined;
  const line = listedModel(id);
  if (!line) return undefined;
  const date = new Date(line.as_of);
  return now().getTime() - date.getTime() > oldAfterMs ? date : undefined;
}

/** @returns US dollars */
export function costOf({ input, cached = input, output }: Price, used: Usage): number {
  return ((used.input - used.cached) * input + used.cached * cached + used.output * output) / 1_000_000;
}
