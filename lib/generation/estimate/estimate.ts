import { BookOptions, type BookRequest } from "../../contract/book.ts";
import type { Estimate } from "../../contract/estimate.ts";
import type { Price } from "../../contract/price.ts";
import { env } from "../../env.ts";
import { briefOf } from "../brief/job-brief.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { type Chains, chainsOfNewJob } from "../models/chains.ts";
import { minCostOfCall } from "../money/cap.ts";
import { costOf, priceOf } from "../money/prices.ts";
import { answerTokens, type Bound, inputTokens } from "../money/token-estimates.ts";
import { searchFor } from "../research/search.ts";
import { type ExpectedCalls, expectedCalls } from "./forecast.ts";

/** French and English prompts in UTF-8. */
const bytesPerCharacter = 1.1;

const freeChapters = { low: 5, high: 10 };

const speeds = {
  low: { firstWordSeconds: 1, tokensPerSecond: 100 },
  high: { firstWordSeconds: 5, tokensPerSecond: 25 },
};

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

const tokensOf = ({ promptCharacters, words }: ExpectedCalls, model: string, bound: Bound) => ({
  input: inputTokens(promptCharacters, bound),
  cached: 0,
  output: answerTokens(model, words, bound),
});

const outputTokensOf = (call: ExpectedCalls, chains: Chains, bound: Bound): number =>
  Math.max(...chains[call.role].map((model) => tokensOf(call, model, bound).output));

/** A cap must leave this much beyond the expected cost of a call, or the call is not made. */
function marginOf(call: ExpectedCalls, model: string, price: Price): number {
  const bytes = call.promptCharacters * bytesPerCharacter;
  const required = minCostOfCall(price, { model, bytes, words: call.words, isShaped: true });
  return required - costOf(price, tokensOf(call, model, "high"));
}

/** The high end is enough for a cap of that much to let the last call be made, whichever it is. */
function costOfCalls(calls: ExpectedCalls[], bound: Bound, chains: Chains): number | undefined {
  const costs: number[] = [];
  const margins: number[] = [];
  for (const call of calls) {
    const each: number[] = [];
    for (const model of chains[call.role]) {
      const price = priceOf(model);
      if (!price) return undefined;
      each.push(costOf(price, tokensOf(call, model, bound)));
      margins.push(marginOf(call, model, price));
    }
    costs.push(call.times * (bound === "low" ? Math.min(...each) : Math.max(...each)));
  }
  return sum(costs) + (bound === "low" ? 0 : Math.max(0, ...margins));
}

function secondsOf(calls: ExpectedCalls[], chains: Chains, bound: Bound): number {
  const { firstWordSeconds, tokensPerSecond } = speeds[bound];
  const secondsOfOne = (call: ExpectedCalls) =>
    firstWordSeconds + outputTokensOf(call, chains, bound) / tokensPerSecond;
  const rounds = ({ times }: ExpectedCalls) => Math.ceil(times / env().GENERATION_CONCURRENCY);
  return sum(calls.map((call) => rounds(call) * secondsOfOne(call)));
}

/** Counts what cannot be done without at the low end, and many corrections by a talkative model at the high end. */
export function estimateBook(order: BookRequest): Estimate {
  const { model, models: chains } = chainsOfNewJob(order.model);
  const { secondsPerChapter } = capabilitiesOf(model);
  const options = BookOptions.parse(order);
  const request = briefOf({ ...order, title: order.title ?? null, options, model });
  const isResearched = searchFor(model) !== undefined;
  const boundOf = (bound: Bound) => {
    const count = request.chapters ?? freeChapters[bound];
    const isSteady = secondsPerChapter !== undefined;
    const calls = expectedCalls({ request, bound: isSteady ? "low" : bound, isResearched, count });
    const tokensOfOne = (call: ExpectedCalls) =>
      inputTokens(call.promptCharacters, bound) + outputTokensOf(call, chains, bound);
    const minutes = (isSteady ? secondsPerChapter * count : secondsOf(calls, chains, bound)) / 60;
    return {
      calls: sum(calls.map(({ times }) => times)),
      tokens: sum(calls.map((call) => call.times * tokensOfOne(call))),
      cost: costOfCalls(calls, bound, chains),
      words: count * request.words,
      minutes: Math.max(1, bound === "low" ? Math.floor(minutes) : Math.ceil(minutes)),
    };
  };
  const low = boundOf("low");
  const high = boundOf("high");
  const between = (name: "calls" | "tokens" | "words" | "minutes") => ({ low: low[name], high: high[name] });
  const isPriced = low.cost !== undefined && high.cost !== undefined;
  return {
    calls: between("calls"),
    tokens: between("tokens"),
    cost: isPriced ? { low: low.cost ?? 0, high: high.cost ?? 0 } : null,
    words: between("words"),
    minutes: between("minutes"),
  };
}
