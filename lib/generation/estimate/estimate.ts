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

/** The chapters of an outline that decides on their number. */
const freeChapters = { low: 5, high: 10 };

const speeds = {
  low: { firstWordSeconds: 1, tokensPerSecond: 100 },
  high: { firstWordSeconds: 5, tokensPerSecond: 25 },
};

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** The tokens that one call of this kind reads and writes. */
const tokensOf = ({ promptCharacters, words }: ExpectedCalls, model: string, bound: Bound) => ({
  input: inputTokens(promptCharacters, bound),
  cached: 0,
  output: answerTokens(model, words, bound),
});

/** The most that a model of the call's chain writes. */
const outputTokensOf = (call: ExpectedCalls, chains: Chains, bound: Bound): number =>
  Math.max(...chains[call.role].map((model) => tokensOf(call, model, bound).output));

/** The excess of what a cap must leave for a call over its expected cost, so that the call may be made at all. */
function marginOf(call: ExpectedCalls, model: string, price: Price): number {
  const bytes = call.promptCharacters * bytesPerCharacter;
  const required = minCostOfCall(price, { model, bytes, words: call.words, isShaped: true });
  return required - costOf(price, tokensOf(call, model, "high"));
}

/**
 * The low end is the cheapest model of each chain. The high end is the dearest, and enough more for a cap of that much to
 * let the last call be made, whichever it is. Undefined when the price of one is unknown.
 */
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

/** Calls of one kind are made side by side, as far as that is allowed, the kinds in turn. */
function secondsOf(calls: ExpectedCalls[], chains: Chains, bound: Bound): number {
  const { firstWordSeconds, tokensPerSecond } = speeds[bound];
  const secondsOfOne = (call: ExpectedCalls) =>
    firstWordSeconds + outputTokensOf(call, chains, bound) / tokensPerSecond;
  const rounds = ({ times }: ExpectedCalls) => Math.ceil(times / env().GENERATION_CONCURRENCY);
  return sum(calls.map((call) => rounds(call) * secondsOfOne(call)));
}

/**
 * Estimates a book from its options and the models as they are configured now; nobody is asked. The low end counts what
 * cannot be done without, the high end what a talkative model and many corrections would add.
 */
export function estimateBook(order: BookRequest): Estimate {
  const { model, models: chains } = chainsOfNewJob();
  const { secondsPerChapter } = capabilitiesOf(model);
  const options = BookOptions.parse(order);
  const request = briefOf({ ...order, title: order.title ?? null, options, model });
  const isResearched = searchFor(model) !== undefined;
  const boundOf = (bound: Bound) => {
    const count = options.chapters ?? freeChapters[bound];
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
