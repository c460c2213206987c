import type { Role } from "../models/call-context.ts";
import type { Chains } from "../models/chains.ts";
import { costOf, priceOf } from "../money/prices.ts";
import { answerTokens, inputTokens } from "../money/token-estimates.ts";
import { type Experience, learn } from "./experience.ts";
import type { ExpectedCalls } from "./forecast.ts";
import { roundsOf, speedOf, unknownRoundsOf } from "./speeds.ts";
import { sum } from "./taking.ts";

type Book = { chains: Chains; chapters: number; words: number; experience: Map<string, Experience> };

/** How many times as much the model writes as is usual, thoughts and corrections included, as its books here have it. */
function talkativenessOf(model: string, calls: ExpectedCalls[], { words, experience }: Book): number {
  const found = experience.get(model);
  if (!found) return 1;
  const ofChapters = calls.filter(({ role, reads }) => (role === "chapter" || role === "review") && !reads);
  const usual = sum(ofChapters.map((call) => call.times * answerTokens(model, call.words, "likely"))) / words;
  return learn(usual, found.tokensPerWord, found.books) / usual;
}

/** Small models need more corrections than others. */
function likelyCalls(calls: ExpectedCalls[], { chains, chapters, experience }: Book): number {
  const read = sum(calls.map(({ reads, times }) => (reads ? times : 0)));
  const count = (roles: Role[]) =>
    sum(calls.map(({ role, times, reads }) => (roles.includes(role) && !reads ? times : 0)));
  const before = count(["research", "outline"]);
  const ofChapters = count(["chapter", "review"]);
  const found = experience.get(chains.chapter[0] ?? "");
  return before + read + (found ? learn(ofChapters, found.callsPerChapter * chapters, found.books) : ofChapters);
}

/** @returns the likely value of each; the costs are undefined while the price of a model is unknown */
export function likelyTaking(calls: ExpectedCalls[], book: Book) {
  const takings = calls.map((call) => {
    const [model = ""] = book.chains[call.role];
    const input = inputTokens(call.promptCharacters, "likely");
    const output = Math.round(answerTokens(model, call.words, "likely") * talkativenessOf(model, calls, book));
    const { firstWordSeconds, tokensPerSecond } = speedOf(model, "likely");
    const usual = unknownRoundsOf(call, model, "likely") * (firstWordSeconds + output / tokensPerSecond);
    const found = book.experience.get(model);
    const taken = found && roundsOf(call, found.callsAtOnce) * output * found.secondsPerToken;
    const seconds = found && taken !== undefined ? learn(usual, taken, found.books) : usual;
    const price = priceOf(model);
    return {
      cost: price && costOf(price, { input, cached: 0, output }),
      tokens: call.times * (input + output),
      times: call.times,
      seconds,
    };
  });
  const isPriced = takings.every(({ cost }) => cost !== undefined);
  return {
    calls: likelyCalls(calls, book),
    tokens: sum(takings.map(({ tokens }) => tokens)),
    seconds: sum(takings.map(({ seconds }) => seconds)),
    cost: isPriced ? sum(takings.map(({ cost = 0, times }) => times * cost)) : undefined,
    firstCallCost: takings[0]?.cost,
  };
}
