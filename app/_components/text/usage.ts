import type { Estimate } from "#lib/contract/estimate.ts";
import type { ModelUsage } from "#lib/contract/usage.ts";
import { count, dollars } from "./numbers.ts";

const atLeast = (unknown: number, text: string) => (unknown > 0 ? `au moins ${text}` : text);

/** `12 400 tokens`, « au moins » when some were not counted. */
export const tokensOf = ({ input_tokens, output_tokens, uncounted }: ModelUsage) =>
  uncounted > 0 && input_tokens + output_tokens === 0
    ? "tokens non comptés"
    : atLeast(uncounted, count(input_tokens + output_tokens, "token"));

/** `0,42 $`, « au moins » when some of it is unknown. */
export const costOf = ({ cost, unpriced }: ModelUsage) =>
  cost === null ? "coût inconnu" : atLeast(unpriced, dollars(cost));

/** `environ 0,20 $ (0,12 $ à 0,34 $)`; unknown where the price of a model is. */
export function costBetween({ cost }: Estimate): string {
  if (cost === null) return "coût inconnu";
  const between = `${dollars(cost.low)} à ${dollars(cost.high)}`;
  return cost.likely === undefined ? between : `environ ${dollars(cost.likely)} (${between})`;
}

/** `8 appels · 12 400 tokens · 0,42 $` */
export const usageLine = (usage: ModelUsage) =>
  [count(usage.calls, "appel"), tokensOf(usage), costOf(usage)].join(" · ");
