import type { Price } from "../../contract/price.ts";
import type { Chains } from "../models/chains.ts";
import { minCostOfCall } from "../money/cap.ts";
import { costOf, priceOf } from "../money/prices.ts";
import { answerTokens, type Bound, inputTokens } from "../money/token-estimates.ts";
import type { ExpectedCalls } from "./forecast.ts";
import { speedOf, unknownRoundsOf } from "./speeds.ts";

/** French and English prompts in UTF-8. */
const bytesPerCharacter = 1.1;

export const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

const tokensOf = ({ promptCharacters, words }: ExpectedCalls, model: string, bound: Bound) => ({
  input: inputTokens(promptCharacters, bound),
  cached: 0,
  output: answerTokens(model, words, bound),
});

const outputTokensOf = (call: ExpectedCalls, chains: Chains, bound: Bound): number =>
  Math.max(...chains[call.role].map((model) => tokensOf(call, model, bound).output));

/** What a cap must leave for the call to be made. */
export const requiredFor = ({ promptCharacters, words }: ExpectedCalls, model: string, price: Price): number =>
  minCostOfCall(price, { model, bytes: promptCharacters * bytesPerCharacter, words, isShaped: true });

/** The high end is enough for a cap of that much to let the last call be made, whichever it is. */
export function costOfCalls(calls: ExpectedCalls[], bound: Bound, chains: Chains): number | undefined {
  const costs: number[] = [];
  const margins: number[] = [];
  for (const call of calls) {
    const each: number[] = [];
    for (const model of chains[call.role]) {
      const price = priceOf(model);
      if (!price) return undefined;
      each.push(costOf(price, tokensOf(call, model, bound)));
      margins.push(requiredFor(call, model, price) - costOf(price, tokensOf(call, model, "high")));
    }
    costs.push(call.times * (bound === "low" ? Math.min(...each) : Math.max(...each)));
  }
  return sum(costs) + (bound === "low" ? 0 : Math.max(0, ...margins));
}

export function secondsOf(calls: ExpectedCalls[], bound: Bound, chains: Chains): number {
  const secondsWith = (call: ExpectedCalls, model: string) => {
    const { firstWordSeconds, tokensPerSecond } = speedOf(model, bound);
    const seconds = firstWordSeconds + outputTokensOf(call, chains, bound) / tokensPerSecond;
    return unknownRoundsOf(call, model, bound) * seconds;
  };
  return sum(calls.map((call) => Math.max(...chains[call.role].map((model) => secondsWith(call, model)))));
}

export const tokensOfCalls = (calls: ExpectedCalls[], bound: Bound, chains: Chains): number =>
  sum(
    calls.map((call) => call.times * (inputTokens(call.promptCharacters, bound) + outputTokensOf(call, chains, bound))),
  );
