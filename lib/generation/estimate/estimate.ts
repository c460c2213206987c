import { BookOptions, type BookRequest } from "../../contract/book.ts";
import type { Between, Estimate } from "../../contract/estimate.ts";
import { briefOf } from "../brief/job-brief.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { type Chains, chainsOfNewJob } from "../models/chains.ts";
import { isSmallModel } from "../models/local/is-small.ts";
import type { Bound } from "../money/token-estimates.ts";
import { isResearched } from "../research/search/search.ts";
import { type Experience, readExperience } from "./experience.ts";
import { type ExpectedCalls, expectedCalls, reportCalls } from "./forecast.ts";
import { callsOfSmallModel } from "./forecast-small.ts";
import { likelyTaking } from "./likely.ts";
import { warningsOf } from "./order-warnings.ts";
import { costOfCalls, secondsOf, tokensOfCalls } from "./taking.ts";

/** An order is answered at once, whatever becomes of a model's server. */
export const maxWaitMs = 1000;

const freeChapters = { low: 5, likely: 7, high: 10 };

/** So many books prove an interval wrong that does not hold what they took. */
const provingBooks = 3;

function hold({ low, high }: Between, likely: number, books: number): Between {
  if (books < provingBooks) return { low, likely: Math.min(Math.max(likely, low), high), high };
  return { low: Math.min(low, likely), likely, high: Math.max(high, 1.5 * likely) };
}

/** Where speeds are known, hours and minutes are no longer both possible. A cost keeps its high end: a cap is set by it. */
function narrow({ low, likely = low, high }: Between, books: number): Between {
  if (books < provingBooks) return { low, likely, high };
  return { low: Math.max(low, Math.floor(likely / 3)), likely, high: Math.min(high, Math.ceil(3 * likely)) };
}

/** What a book is expected to take at one end of an estimate, or likely. */
export type Expected = { count: number; words: number; calls: ExpectedCalls[] };

type Book = {
  model: string;
  chains: Chains;
  expectedOf: (bound: Bound) => Expected;
  experience: Map<string, Experience>;
};

/** Counts what cannot be done without at the low end, and many corrections by a talkative model at the high end. */
export function estimateOf({ model, chains, expectedOf, experience }: Book): Omit<Estimate, "warnings"> {
  const { secondsPerChapter } = capabilitiesOf(model);
  const boundOf = (bound: "low" | "high") => {
    const { count, words, calls } = expectedOf(bound);
    const minutes = (secondsPerChapter ? secondsPerChapter * count : secondsOf(calls, bound, chains)) / 60;
    return {
      calls: calls.reduce((total, { times }) => total + times, 0),
      tokens: tokensOfCalls(calls, bound, chains),
      cost: costOfCalls(calls, bound, chains),
      words,
      minutes: Math.max(1, bound === "low" ? Math.floor(minutes) : Math.ceil(minutes)),
    };
  };
  const low = boundOf("low");
  const high = boundOf("high");
  const { count, words, calls } = expectedOf("likely");
  const likely = likelyTaking(calls, { chains, chapters: count, words, experience });
  const minutes = (secondsPerChapter ? secondsPerChapter * count : likely.seconds) / 60;
  const books = experience.get(model)?.books ?? 0;
  const between = (name: "calls" | "tokens" | "words" | "minutes", value: number, learntFrom = 0) => {
    const held = hold({ low: low[name], high: high[name] }, Math.round(value), learntFrom);
    return { ...held, high: Math.ceil(held.high) };
  };
  const isPriced = low.cost !== undefined && high.cost !== undefined && likely.cost !== undefined;
  return {
    calls: between("calls", likely.calls, books),
    tokens: between("tokens", likely.tokens, books),
    cost: isPriced ? hold({ low: low.cost ?? 0, high: high.cost ?? 0 }, likely.cost ?? 0, books) : null,
    words: between("words", words),
    minutes: narrow(between("minutes", Math.max(1, minutes), books), books),
    first_call_cost: likely.firstCallCost ?? null,
    learnt_from: books,
  };
}

export async function estimateBook(order: BookRequest): Promise<Estimate> {
  const { model, models: chains } = chainsOfNewJob(order.model);
  const { secondsPerChapter } = capabilitiesOf(model);
  const isSmall = await isSmallModel(model, maxWaitMs);
  const options = BookOptions.parse(order);
  const request = briefOf({ topic: order.topic, goal: order.goal, title: order.title ?? null, options, model });
  const researched = isResearched(model, request.genre);
  const expectedOf = (bound: Bound): Expected => {
    const count = request.chapters ?? freeChapters[bound];
    const calls = isSmall
      ? callsOfSmallModel(request, bound, count)
      : expectedCalls({ request, bound: secondsPerChapter ? "low" : bound, isResearched: researched, count });
    return { count, words: count * request.words, calls: [...calls, ...reportCalls(request, count)] };
  };
  const experience = await readExperience([...new Set(Object.values(chains).flat())]);
  const estimate = estimateOf({ model, chains, expectedOf, experience });
  const [first] = expectedOf("likely").calls;
  return { ...estimate, warnings: warningsOf({ request: order, estimate, chains, first }) };
}
