import { repetitionTarget } from "../../contract/quality-limits.ts";
import type { reviewProblems } from "../prompts/review-problems.ts";
import { type ChapterWords, type Repetition, readRepetition } from "../quality/repetition.ts";
import type { Fault } from "./faults.ts";
import type { ReviewedChapter } from "./read.ts";

const runWords = 8;
const maxShownPhrases = 5;
const maxPhraseWords = 40;

/** `starts` are the places of repeated runs; `other` is the chapter that had one of them first. */
type RepeatedBlock = { chapter: ReviewedChapter; block: number; starts: number[]; other: number };

function phrasesAt({ words }: ChapterWords, starts: number[]): string[] {
  const found: { from: number; to: number }[] = [];
  for (const from of starts) {
    const open = found.at(-1);
    if (open && from <= open.to) open.to = from + runWords;
    else found.push({ from, to: from + runWords });
  }
  return found
    .slice(0, maxShownPhrases)
    .map(({ from, to }) => words.slice(from, Math.min(to, from + maxPhraseWords)).join(" "));
}

function repeatedBlocksOf(chapters: ReviewedChapter[], { chapters: spoken, runs }: Repetition): RepeatedBlock[] {
  const first: number[] = [];
  return chapters.flatMap((chapter, index) => {
    const byBlock = new Map<number, RepeatedBlock>();
    for (const [start, number] of (runs[index] ?? []).entries()) {
      const block = spoken[index]?.blocks[start] ?? 0;
      const other = first[number];
      first[number] ??= chapter.position;
      if (other === undefined) continue;
      const repeatedBlock = byBlock.get(block) ?? { chapter, block, starts: [], other };
      repeatedBlock.starts.push(start);
      byBlock.set(block, repeatedBlock);
    }
    return [...byBlock.values()];
  });
}

/** Takes the most repetitive blocks down to the target, none up to `maxRepeatedShare`. Yields to the event loop. */
export async function findRepeatedPhrases(
  chapters: ReviewedChapter[],
  { maxRepeatedShare, problems }: { maxRepeatedShare: number; problems: ReturnType<typeof reviewProblems> },
): Promise<Fault[]> {
  const repetition = await readRepetition(chapters.map(({ document }) => document));
  const { repeated, total } = repetition;
  if (repeated <= total * maxRepeatedShare) return [];
  let left = repeated - total * repetitionTarget;
  const worst: Fault[] = [];
  for (const { chapter, block, starts, other } of repeatedBlocksOf(chapters, repetition).toSorted(
    (a, b) => b.starts.length - a.starts.length,
  )) {
    if (left <= 0) break;
    left -= starts.length;
    const chapterWords = repetition.chapters[chapters.indexOf(chapter)];
    const problem = problems.phrases(chapter, chapterWords ? phrasesAt(chapterWords, starts) : []);
    worst.push({ kind: "phrases", chapter: chapter.position, blocks: [block], other, problem });
  }
  return worst;
}
