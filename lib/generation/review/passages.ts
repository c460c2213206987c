import type { Passage } from "../../document/document.ts";
import type { Fault } from "./faults.ts";
import type { ReviewedChapter } from "./read.ts";

const maxPassageWords = 800;

/** `others` are the chapters that it clashes with. */
export type FaultyPassage = Passage & {
  chapter: ReviewedChapter;
  kind: Fault["kind"];
  problems: string[];
  others: Set<number>;
};

/** What is said again, nearly or word for word, is mended by one request. */
const mendedAs = (kind: Fault["kind"]) => (kind === "phrases" ? "repeat" : kind);

/** Neighbouring blocks with the same kind of fault are one passage: a model is asked to mend one kind at a time. */

export function passagesOf(chapter: ReviewedChapter, faults: Fault[]): FaultyPassage[] {
  const passages: (FaultyPassage & { last: number })[] = [];
  for (const [index, { start, end, words }] of chapter.document.blocks.entries()) {
    const all = faults.filter(({ chapter: at, blocks }) => at === chapter.position && blocks.includes(index));
    const [first] = all;
    if (!first) continue;
    const kind = mendedAs(first.kind);
    const mine = all.filter((fault) => mendedAs(fault.kind) === kind);
    const open = passages.at(-1);
    const problems = mine.map(({ problem }) => problem);
    const others = all.map(({ other }) => other).filter((other) => other !== chapter.position);
    if (open?.kind === kind && open.last === index - 1 && open.words + words <= maxPassageWords) {
      open.problems = [...new Set([...open.problems, ...problems])];
      for (const other of others) open.others.add(other);
      Object.assign(open, { end, words: open.words + words, last: index });
    } else {
      passages.push({ chapter, start, end, words, kind, problems, others: new Set(others), last: index });
    }
  }
  return passages;
}
