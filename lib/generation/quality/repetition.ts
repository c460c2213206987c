import type { QualitySheet } from "../../contract/quality.ts";
import { Numbering } from "../../document/numbering.ts";
import { paragraphWordsOf } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { type MeasuredChapter, nodesOf } from "./measured.ts";

/** Gives equal runs of eight words the same number; a run never crosses two chapters. */
export async function runsOf(chapters: string[][]): Promise<number[][]> {
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

export function countRepeated(chapters: number[][]): { total: number; repeated: number } {
  const seen: number[] = [];
  for (const runs of chapters) for (const run of runs) seen[run] = (seen[run] ?? 0) + 1;
  const repeated = seen.reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
  return { total: chapters.reduce((sum, { length }) => sum + length, 0), repeated };
}

export async function measureRepetition(chapters: MeasuredChapter[]): Promise<QualitySheet["repetition"]> {
  const words: string[][] = [];
  for (const chapter of chapters) {
    words.push(nodesOf(chapter).flatMap(paragraphWordsOf).flat());
    await yieldToEventLoop();
  }
  const runs = await runsOf(words);
  const { total, repeated } = countRepeated(runs);
  return { share: total === 0 ? 0 : Math.round((repeated / total) * 1e5) / 1e5, runs: total };
}
