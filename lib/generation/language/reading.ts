import type { RootContent } from "mdast";
import { fewForeignWords, minLanguageShare } from "../../contract/quality-limits.ts";
import type { Document } from "../../document/document.ts";
import { textOf } from "../../document/nodes.ts";
import { proseOf } from "../../document/prose/read.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { judge, type Verdict } from "./clause.ts";
import { countPassage, minClauseWords } from "./count-passage.ts";
import { isForeign, type LanguageCount } from "./detect.ts";
import { intrudersIn } from "./intruders.ts";

export const shareOf = ({ words, own }: LanguageCount): number => (words === 0 ? 1 : own / words);

/** Whether so much of a chapter is in another language that a reader stumbles over it: no single sentence of a long one. */
export function isPartlyForeign({ words, own }: LanguageCount): boolean {
  const few = Math.min(fewForeignWords.words, words * fewForeignWords.share);
  return words - own > Math.max(few, words * (1 - minLanguageShare));
}

/** Short ones tell their language together, in runs of so many words. */
const minRunWords = 20;
/** What is set apart may be in another language, up to this share of a chapter: beyond it, it is the chapter's text. */
const maxForeignAsides = 2 / 3;
/** So it is with what seems of a language that no list has. */
const maxUnlisted = 1 / 3;
/** Fewer words make no chapter. */
const minWordsApart = 40;
/** A single word of another language spoils so many words of its sentence. */
const wordsPerIntruder = 3;

type Short = { text: string; words: number; block: number };

const nothing = (): LanguageCount => ({ words: 0, own: 0 });

function add(count: LanguageCount | undefined, words: number, verdict: Verdict): void {
  if (!count || verdict === "unknown") return;
  count.words += words;
  count.own += verdict === "own" ? words : 0;
}

function runsOf(short: Short[]): Short[][] {
  const runs: Short[][] = [];
  let open = minRunWords;
  for (const one of short) {
    if (open >= minRunWords) {
      runs.push([]);
      open = 0;
    }
    runs.at(-1)?.push(one);
    open += one.words;
  }
  const rest = open < minRunWords ? (runs.pop() ?? []) : [];
  runs.at(-1)?.push(...rest);
  return runs;
}

async function countShort(short: Short[], language: string, counts: LanguageCount[]): Promise<void> {
  for (const run of runsOf(short)) {
    const verdict = await judge(run.map(({ text }) => text).join(" "), language);
    if (verdict !== "unlisted") for (const { words, block } of run) add(counts[block], words, verdict);
  }
}

/** Takes from each block what single words of another language spoil in it; the same place is counted once. */
function countIntruders(clauses: string[][], language: string, counts: LanguageCount[]): void {
  const seen = new Set<string>();
  for (const [block, texts] of clauses.entries()) {
    const found = texts.flatMap((text) => intrudersIn(text, language)).filter((place) => !seen.has(place));
    for (const place of found) seen.add(place);
    const count = counts[block];
    if (count) count.own = Math.max(0, count.own - wordsPerIntruder * found.length);
  }
}

/** Adds what is most of a chapter, whatever it looks like. */
function addWhereMost(counts: LanguageCount[], more: LanguageCount[], maxShare: number): void {
  const said = sumCounts(counts);
  const { words, own } = sumCounts(more);
  if (words - own < minWordsApart || words - own <= (said.words + words) * maxShare) return;
  for (const [block, count] of counts.entries()) {
    count.words += more[block]?.words ?? 0;
    count.own += more[block]?.own ?? 0;
  }
}

/** Counts the words of each block whose language can be told. Yields to the event loop. */
export async function readLanguage(document: Document, language: string): Promise<LanguageCount[]> {
  const passages = proseOf(document);
  const counts = passages.map(nothing);
  const apart = passages.map(nothing);
  const unlisted = passages.map(nothing);
  const clauses: string[][] = passages.map(() => []);
  const short: Short[] = [];
  for (const [block, own] of passages.entries()) {
    for (const passage of own) {
      const counted = await countPassage(passage, language);
      for (const { words, verdict } of counted.apart) add(apart[block], words, verdict);
      for (const { text, words, verdict } of counted.said) {
        add((verdict === "unlisted" ? unlisted : counts)[block], words, verdict);
        if (words < minClauseWords) short.push({ text, words, block });
        if (verdict === "own") clauses[block]?.push(text);
      }
    }
    if (block % 3 === 2) await yieldToEventLoop();
  }
  await countShort(short, language, counts);
  countIntruders(clauses, language, counts);
  addWhereMost(counts, apart, maxForeignAsides);
  addWhereMost(counts, unlisted, maxUnlisted);
  return counts;
}

export const areTitlesForeign = (blocks: RootContent[], language: string): Promise<boolean> =>
  isForeign(
    blocks.flatMap((node) => (node.type === "heading" && node.depth > 1 ? [textOf(node)] : [])),
    language,
  );

export const sumCounts = (counts: LanguageCount[]): LanguageCount => ({
  words: counts.reduce((sum, { words }) => sum + words, 0),
  own: counts.reduce((sum, { own }) => sum + own, 0),
});
