import type { QualitySheet } from "../../contract/quality.ts";
import type { Document } from "../../document/document.ts";
import { Numbering } from "../../document/numbering.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { MeasuredChapter } from "./measured.ts";
import { saidIn } from "./said.ts";

/** Gives equal runs of eight words the same number; a run never crosses two chapters. */
async function runsOf(chapters: string[][]): Promise<number[][]> {
  const numbering = new Numbering();
  const runs: number[][] = [];
  for (const chapter of chapters) {
    const words = chapter.map((word) => numbering.word(word));
    const pairs = numbering.runs(0, words, 1);
    await yieldToEventLoop();
    const fours = numbering.runs(1, pairs, 2);
    await yieldToEventLoop();
    runs.push(numbering.runs(2, fours, 4));
    await yieldToEventLoop();
  }
  return runs;
}

function countRepeated(chapters: number[][]): number {
  const seen: number[] = [];
  for (const runs of chapters) for (const run of runs) seen[run] = (seen[run] ?? 0) + 1;
  return seen.reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
}

/** The prose of a chapter, word by word, each with its block. */
export type ChapterWords = { words: string[]; blocks: number[] };

/** `runs` are of prose; `total` counts what else the book says, too: lists, verse, quotations, speech. */
export type Repetition = { chapters: ChapterWords[]; runs: number[][]; repeated: number; total: number };

export async function readRepetition(documents: Document[]): Promise<Repetition> {
  const chapters: ChapterWords[] = [];
  let others = 0;
  for (const document of documents) {
    const said = saidIn(document);
    const inProse = said.filter(({ isSet, isSpeech }) => !isSet && !isSpeech);
    for (const { words } of said) others += words.length;
    for (const { words } of inProse) others -= words.length;
    chapters.push({
      words: inProse.flatMap(({ words }) => words),
      blocks: inProse.flatMap(({ words, block }) => words.map(() => block)),
    });
    await yieldToEventLoop();
  }
  const runs = await runsOf(chapters.map(({ words }) => words));
  const total = runs.reduce((sum, { length }) => sum + length, others);
  return { chapters, runs, repeated: countRepeated(runs), total };
}

export async function measureRepetition(chapters: MeasuredChapter[]): Promise<QualitySheet["repetition"]> {
  const { runs, repeated, total } = await readRepetition(chapters.map(({ document }) => document));
  return {
    share: total === 0 ? 0 : Math.round((repeated / total) * 1e5) / 1e5,
    runs: runs.reduce((sum, { length }) => sum + length, 0),
  };
}
