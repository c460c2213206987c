import type { Estimate } from "../../contract/estimate.ts";
import type { TranslationRequest } from "../../contract/translation.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { isSmallModel } from "../models/local/is-small.ts";
import type { Bound } from "../money/token-estimates.ts";
import { type Languages, linesPrompt, translationPrompt } from "../prompts/translation.ts";
import { runLimits } from "../translation/chapter.ts";
import { estimateOf, maxWaitMs } from "./estimate.ts";
import type { ExpectedCalls } from "./forecast.ts";
import { capWarning, priceWarning } from "./order-warnings.ts";

/** Words for each of the original's. */
const ratios = { low: 0.9, likely: 1.05, high: 1.25 };
/** Runs end where blocks do, and not when they are full; some are asked again. */
const runsPerFullRun = { low: 1, likely: 1.3, high: 2.5 };
const linesPerCall = { low: 40, likely: 30, high: 20 };
const termLines = 20;
const charactersPerWord = 6.2;
const wordsPerLine = 12;
const fillerOf = (words: number) => "x".repeat(Math.round(words * charactersPerWord));
const sizeOf = ({ system, prompt }: { system: string; prompt: string }) => system.length + prompt.length;

/** What is translated, measured. */
export type ToTranslate = Languages & { title: string; chapters: { wordCount: number }[] };

function callsFor({ title, chapters, ...languages }: ToTranslate, bound: Bound, isSmall: boolean): ExpectedCalls[] {
  const limits = runLimits({ isSmall });
  const lines = 2 * chapters.length + termLines;
  const perCall = Math.min(lines, linesPerCall[bound]);
  const text = Array.from({ length: perCall }, () => fillerOf(wordsPerLine));
  const plan = linesPrompt({ ...languages, bookTitle: title, lines: text });
  const words = chapters.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const runs = chapters.reduce((sum, { wordCount }) => sum + Math.ceil(wordCount / limits.words), 0);
  const times = Math.ceil(runs * runsPerFullRun[bound]);
  // A run that is asked again is paid for again.
  const wordsPerRun = Math.ceil((words / Math.max(1, runs)) * (bound === "high" ? 1 : runs / times));
  const run = translationPrompt({
    ...languages,
    position: 1,
    title,
    bookTitle: title,
    terms: [],
    before: fillerOf(30),
    text: fillerOf(wordsPerRun),
    isSmall,
  });
  return [
    {
      role: "outline",
      times: Math.ceil(lines / perCall),
      words: perCall * wordsPerLine,
      promptCharacters: sizeOf(plan),
    },
    { role: "chapter", times, words: Math.ceil(wordsPerRun * ratios[bound]), promptCharacters: sizeOf(run) },
  ];
}

export async function estimateTranslation(order: TranslationRequest, book: ToTranslate): Promise<Estimate> {
  const { model, models: chains } = chainsOfNewJob(order.model);
  const isSmall = await isSmallModel(model, maxWaitMs);
  const words = book.chapters.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const expectedOf = (bound: Bound) => ({
    count: book.chapters.length,
    words: Math.round(words * ratios[bound]),
    calls: callsFor(book, bound, isSmall),
  });
  const estimate = estimateOf({ model, chains, expectedOf, experience: new Map() });
  const [first] = expectedOf("likely").calls;
  const asked = { max_cost: order.max_cost, estimate, chains, first };
  return { ...estimate, warnings: [capWarning(asked), priceWarning(asked)].filter((warning) => warning !== undefined) };
}
