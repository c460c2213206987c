import type { Passage } from "../../document/document.ts";
import type { Fault } from "./faults.ts";
import type { ReviewedChapter } from "./read.ts";

const maxPassageWords = 800;

/** `others` are the chapters that it clashes with. */
export type FaultyPassage = Passage & {
  chapter: ReviewedChapter;
  problems: string[];
  concludes: boolean;
  others: Set<number>;
};

export function passagesOf(chapter: ReviewedChapter, faults: Fault[]): FaultyPassage[] {
  const passages: (FaultyPassage & { last: number })[] = [];
  for (const [index, { start, end, words }] of chapter.document.blocks.entries()) {
    const mine = faults.filter(({ chapter: at, blocks }) => at === chapter.position && blocks.includes(index));
    if (mine.length === 0) continue;
    const open = passages.at(-1);
    const problems = mine.map(({ problem }) => problem);
    const others = mine.map(({ other }) => other).filter((other) => other !== chapter.position);
    if (open && open.last === index - 1 && open.words + words <= maxPassageWords) {
      open.problems = [...new Set([...open.problems, ...problems])];
      for (const other of others) open.others.add(other);
      Object.assign(open, { end, words: open.words + words, last: index });
    } else {
      const concludes = mine.some(({ kind }) => kind === "conclusion");
      passages.push({ chapter, start, end, words, problems, concludes, others: new Set(others), last: index });
    }
  }
  return passages;
}
