import { BookOptions, type BookRequest } from "../../contract/book.ts";
import type { Estimate } from "../../contract/estimate.ts";
import { env } from "../../env.ts";
import { requestOf } from "../jobs/request.ts";
import { type Chains, chainsOfNewJob } from "../models/chains.ts";
import { searchFor } from "../research/search.ts";
import { type Calls, type Course, callsOf } from "./forecast.ts";
import { costOf, priceOf } from "./prices.ts";

/** How tokenizers and models differ: tokens to a word and to a text's characters, tokens thought and seconds waited before a word is written. */
const habits = {
  well: { perWord: 1.2, characters: 4.5, thought: 0, wait: 1, perSecond: 100 },
  badly: { perWord: 2, characters: 3.2, thought: 200, wait: 5, perSecond: 25 },
};

/** Chapters of an outline that decides on their number. */
const free = { well: 5, badly: 10 };

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** What one call of this kind reads and writes, in tokens. */
function tokensOf({ reads, words }: Calls, course: Course) {
  const { perWord, characters, thought } = habits[course];
  return { input: Math.round(reads / characters), cached: 0, output: Math.round(words * perWord + thought) };
}

/** The cheapest of a chain if all goes well, else the dearest; undefined when the price of one is unknown. */
function costOfCalls(calls: Calls[], course: Course, chains: Chains): number | undefined {
  const costs = calls.map((call) => {
    const prices = chains[call.role].map(priceOf);
    const each = prices.map((price) => (price ? costOf(price, tokensOf(call, course)) : Number.NaN));
    return call.times * (course === "well" ? Math.min(...each) : Math.max(...each));
  });
  const cost = sum(costs);
  return Number.isNaN(cost) ? undefined : cost;
}

/** Calls of one kind are made side by side, as far as that is allowed, the kinds in turn. */
function secondsOf(calls: Calls[], course: Course): number {
  const { wait, perSecond } = habits[course];
  const each = (call: Calls) => wait + tokensOf(call, course).output / perSecond;
  return sum(calls.map((call) => Math.ceil(call.times / env().GENERATION_CONCURRENCY) * each(call)));
}

/** The demonstration writes a chapter in about a second, as many words as it was asked for. */
const demoSeconds = 1.2;

/**
 * What a book would take, from its options and the models as they are configured now; nobody is asked. The low end counts
 * what cannot be done without, the high end what a talkative model and many corrections would add.
 */
export function estimateBook(order: BookRequest): Estimate {
  const chains = chainsOfNewJob();
  const demo = chains.model === "demo";
  const options = BookOptions.parse(order);
  const request = requestOf({ ...order, title: order.title ?? null, options, model: chains.model });
  const searched = searchFor(chains.model) !== undefined;
  const of = (course: Course) => {
    const count = options.chapters ?? free[course];
    const calls = callsOf({ request, course: demo ? "well" : course, searched, count });
    const tokens = sum(
      calls.map((call) => call.times * (tokensOf(call, course).input + tokensOf(call, course).output)),
    );
    const seconds = demo ? demoSeconds * count : secondsOf(calls, course);
    return {
      calls: sum(calls.map(({ times }) => times)),
      tokens,
      cost: costOfCalls(calls, course, chains.models),
      words: count * request.words,
      minutes: Math.max(1, course === "well" ? Math.floor(seconds / 60) : Math.ceil(seconds / 60)),
    };
  };
  const [low, high] = [of("well"), of("badly")];
  const between = (name: "calls" | "tokens" | "words" | "minutes") => ({ low: low[name], high: high[name] });
  const known = low.cost !== undefined && high.cost !== undefined;
  return {
    calls: between("calls"),
    tokens: between("tokens"),
    cost: known ? { low: low.cost ?? 0, high: high.cost ?? 0 } : null,
    words: between("words"),
    minutes: between("minutes"),
  };
}
