import { BookOptions, type BookRequest } from "../../contract/book.ts";
import type { Estimate } from "../../contract/estimate.ts";
import type { Price } from "../../contract/price.ts";
import { env } from "../../env.ts";
import { requestOf } from "../brief/request.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { type Chains, chainsOfNewJob } from "../models/chains.ts";
import { leastCost } from "../money/cap.ts";
import { answerTokens, type Course, inputTokens } from "../money/habits.ts";
import { costOf, priceOf } from "../money/prices.ts";
import { searchFor } from "../research/search.ts";
import { type Calls, callsOf } from "./forecast.ts";

/** Of French and English prompts, in UTF-8. */
const bytesPerCharacter = 1.1;

/** Chapters of an outline that decides on their number. */
const free = { well: 5, badly: 10 };

/** Seconds waited before a word is written, and tokens a second from then on. */
const paces = { well: { wait: 1, perSecond: 100 }, badly: { wait: 5, perSecond: 25 } };

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** What one call of this kind reads and writes, in tokens. */
const tokensOf = ({ reads, words }: Calls, model: string, course: Course) => ({
  input: inputTokens(reads, course),
  cached: 0,
  output: answerTokens(model, words, course),
});

/** The most that the models of its chain take for a call. */
const writesOf = (call: Calls, chains: Chains, course: Course): number =>
  Math.max(...chains[call.role].map((model) => tokensOf(call, model, course).output));

/** What a cap has to leave for a call beyond what the call is to cost, so that it leaves at all. */
function marginOf(call: Calls, model: string, price: Price): number {
  const bytes = call.reads * bytesPerCharacter;
  return (
    leastCost(price, { model, bytes, words: call.words, shaped: true }) - costOf(price, tokensOf(call, model, "badly"))
  );
}

/**
 * The cheapest of a chain if all goes well, else the dearest, and then enough for a cap of that much to let the last call
 * leave, whichever it is; undefined when the price of one is unknown.
 */
function costOfCalls(calls: Calls[], course: Course, chains: Chains): number | undefined {
  const [costs, margins]: [number[], number[]] = [[], []];
  for (const call of calls) {
    const each = chains[call.role].map((model) => {
      const price = priceOf(model);
      margins.push(price ? marginOf(call, model, price) : Number.NaN);
      return price ? costOf(price, tokensOf(call, model, course)) : Number.NaN;
    });
    costs.push(call.times * (course === "well" ? Math.min(...each) : Math.max(...each)));
  }
  const cost = sum(costs) + (course === "well" ? 0 : Math.max(0, ...margins));
  return Number.isNaN(cost) ? undefined : cost;
}

/** Calls of one kind are made side by side, as far as that is allowed, the kinds in turn. */
function secondsOf(calls: Calls[], chains: Chains, course: Course): number {
  const { wait, perSecond } = paces[course];
  const each = (call: Calls) => wait + writesOf(call, chains, course) / perSecond;
  return sum(calls.map((call) => Math.ceil(call.times / env().GENERATION_CONCURRENCY) * each(call)));
}

/**
 * What a book would take, from its options and the models as they are configured now; nobody is asked. The low end counts
 * what cannot be done without, the high end what a talkative model and many corrections would add.
 */
export function estimateBook(order: BookRequest): Estimate {
  const chains = chainsOfNewJob();
  const { secondsPerChapter } = capabilitiesOf(chains.model);
  const options = BookOptions.parse(order);
  const request = requestOf({ ...order, title: order.title ?? null, options, model: chains.model });
  const searched = searchFor(chains.model) !== undefined;
  const of = (course: Course) => {
    const count = options.chapters ?? free[course];
    const calls = callsOf({ request, course: secondsPerChapter === undefined ? course : "well", searched, count });
    const tokens = sum(
      calls.map((call) => call.times * (inputTokens(call.reads, course) + writesOf(call, chains.models, course))),
    );
    const seconds =
      secondsPerChapter === undefined ? secondsOf(calls, chains.models, course) : secondsPerChapter * count;
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
