import type { QualitySheet, StyleCheck } from "../../../contract/quality.ts";
import type { Genre } from "../../../contract/values.ts";
import type { Document } from "../../../document/document.ts";
import { sumOfWords } from "../../../document/words.ts";
import { yieldToEventLoop } from "../../../yield.ts";
import { isSpared } from "../../genre/traits-of.ts";
import { type MeasuredChapter, nodesOf } from "../measured.ts";
import { findItemsAlike } from "./lists.ts";
import { findNothingNew } from "./nothing-new.ts";
import { findOneMould, monotonyOf } from "./openings.ts";
import { findPlanTalk } from "./plan-talk.ts";
import { type Finding, type Paragraph, paragraphsOf } from "./prose.ts";
import { findSaidAgain } from "./said-again.ts";
import { findEmptySections, findLabels } from "./sections.ts";
import { findStockPhrases } from "./stock-phrases.ts";
import { varietyOf } from "./variety.ts";

const maxQuotes = 3;
const maxQuoteCharacters = 160;
/** Good prose has more: sixty human chapters of 600 to 900 words have 0.79 to 0.96. */
const goodVariety = 0.95;
const variedEnough = 0.66;
const pointsPerVariety = 150;
const usualMonotony = 0.2;
const pointsPerMonotony = 100;
/** Shorter chapters are judged as if they had as many words: one fault in a hundred words says little. */
const minJudgedWords = 250;

type Read = { paragraphs: Paragraph[]; nodes: ReturnType<typeof nodesOf> };
type Check = {
  find: (read: Read) => Finding[];
  /** What is found less often than in this many per thousand words is no fault. */
  maxPerThousand: number;
  minCount: number;
  /** So many of the chapter's paragraphs are no fault, 0 to 1. */
  maxShare?: number;
  /** Points off the score for one in a thousand words. */
  points: number;
};

const checks: Record<Exclude<StyleCheck, "variety">, Check> = {
  said_again: { find: ({ paragraphs }) => findSaidAgain(paragraphs), maxPerThousand: 8, minCount: 3, points: 2 },
  nothing_new: {
    find: ({ paragraphs }) => findNothingNew(paragraphs),
    maxPerThousand: 0,
    minCount: 2,
    maxShare: 0.6,
    points: 5,
  },
  labels: { find: ({ nodes }) => findLabels(nodes), maxPerThousand: 0, minCount: 3, points: 2 },
  plan_talk: { find: ({ paragraphs }) => findPlanTalk(paragraphs), maxPerThousand: 4, minCount: 2, points: 3 },
  items_alike: { find: ({ nodes }) => findItemsAlike(nodes), maxPerThousand: 0, minCount: 1, points: 8 },
  empty_section: { find: ({ nodes }) => findEmptySections(nodes), maxPerThousand: 0, minCount: 1, points: 8 },
  one_mould: { find: ({ paragraphs }) => findOneMould(paragraphs), maxPerThousand: 0, minCount: 1, points: 5 },
  stock_phrases: { find: ({ paragraphs }) => findStockPhrases(paragraphs), maxPerThousand: 5, minCount: 3, points: 2 },
};
const names = Object.keys(checks) as (keyof typeof checks)[];

type StyleFault = { name: keyof typeof checks; findings: Finding[] };
/** `score` is of 100. */
type ChapterStyle = { score: number; variety: number | undefined; faults: StyleFault[] };

const shortened = (quote: string) =>
  quote.length > maxQuoteCharacters ? `${quote.slice(0, maxQuoteCharacters).trimEnd()}…` : quote;

/** Judges a chapter's own sentences, by what its genre asks of them: quotations, tables and code are left out. */
export function judgeStyle(document: Document, language: string, genre?: Genre): ChapterStyle {
  const nodes = nodesOf({ document });
  const paragraphs = paragraphsOf(document, language);
  const thousands = Math.max(minJudgedWords, sumOfWords(paragraphs)) / 1000;
  const variety = isSpared(genre, "variety") ? undefined : varietyOf(paragraphs);
  const monotony = isSpared(genre, "one_mould") ? undefined : monotonyOf(paragraphs);
  const faults: ChapterStyle["faults"] = [];
  let score = 100 - pointsPerVariety * Math.max(0, goodVariety - (variety ?? goodVariety));
  score -= pointsPerMonotony * Math.max(0, (monotony ?? 0) - usualMonotony);
  for (const name of names.filter((one) => !isSpared(genre, one))) {
    const { find, maxPerThousand, minCount, maxShare = 0, points } = checks[name];
    const found = find({ paragraphs, nodes });
    score -= (points * found.length) / thousands;
    if (
      found.length < minCount ||
      found.length / thousands <= maxPerThousand ||
      found.length <= paragraphs.length * maxShare
    )
      continue;
    faults.push({ name, findings: found });
  }
  return { score: Math.max(0, score), variety, faults };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Judges what a reader notices at once. Yields to the event loop. */
export async function measureStyle(
  chapters: MeasuredChapter[],
  language: string,
  genre?: Genre,
): Promise<NonNullable<QualitySheet["style"]>> {
  const judged: (ChapterStyle & { position: number })[] = [];
  for (const { position, document } of chapters) {
    judged.push({ position, ...judgeStyle(document, language, genre) });
    await yieldToEventLoop();
  }
  const varieties = judged.flatMap(({ variety }) => variety ?? []);
  const chaptersWith = (name: StyleCheck) =>
    judged.flatMap(({ position, faults }) =>
      faults
        .filter((fault) => fault.name === name)
        .map(({ findings }) => ({
          position,
          count: findings.length,
          quotes: findings.slice(0, maxQuotes).map(({ quote }) => shortened(quote)),
        })),
    );
  const poor = judged.flatMap(({ position, variety }) =>
    variety !== undefined && variety < variedEnough ? [{ position, count: Math.round(variety * 100), quotes: [] }] : [],
  );
  return {
    score: Math.round(mean(judged.map(({ score }) => score))),
    ...(varieties.length > 0 && { variety: Math.round(mean(varieties) * 100) / 100 }),
    checks: [
      ...names.map((name) => ({ name, chapters: chaptersWith(name) })),
      { name: "variety" as const, chapters: poor },
    ].filter(({ name }) => !isSpared(genre, name)),
  };
}
