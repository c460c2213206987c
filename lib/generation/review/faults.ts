import type { BookOutline } from "../brief/book-outline.ts";
import { reviewProblems } from "../prompts/review-problems.ts";
import { findRepeats } from "../quality/duplicates.ts";
import { conclusionAt, openingOf } from "../quality/structure.ts";
import { findRepeatedPhrases } from "./phrases.ts";
import { type ReviewedChapter, sourceOf } from "./read.ts";
import { findRedefinitions } from "./terms.ts";

export type Fault = {
  kind: "repeat" | "phrases" | "opening" | "conclusion" | "term" | "style";
  chapter: number;
  blocks: number[];
  /** The chapter it clashes with; its own, when it clashes with none other. */
  other: number;
  problem: string;
};

const nodesOf = ({ document }: ReviewedChapter) => document.blocks.map(({ node }) => node);

type Problems = ReturnType<typeof reviewProblems>;

async function findRepeatedParagraphs(chapters: ReviewedChapter[], problems: Problems): Promise<Fault[]> {
  const at = new Map(chapters.map((chapter) => [chapter.position, chapter]));
  const found = await findRepeats(chapters);
  return found.flatMap(({ paragraph, of }) => {
    const here = at.get(paragraph.chapter);
    const there = at.get(of.chapter);
    const block = there?.document.blocks[of.block];
    if (!here || !there || !block) return [];
    const problem = problems.repeat(here, { ...there, text: sourceOf(there, block) });
    return [{ kind: "repeat", chapter: here.position, blocks: [paragraph.block], other: there.position, problem }];
  });
}

function findSameOpenings(chapters: ReviewedChapter[], problems: Problems): Fault[] {
  const first = new Map<string, ReviewedChapter>();
  return chapters.flatMap((chapter) => {
    const { text: opening, block } = openingOf(chapter.document);
    const other = first.get(opening);
    if (!other) first.set(opening, chapter);
    if (!other || opening === "") return [];
    const problem = problems.opening(chapter, other);
    return [{ kind: "opening", chapter: chapter.position, blocks: [block], other: other.position, problem }];
  });
}

function findConclusions(chapters: ReviewedChapter[], problems: Problems): Fault[] {
  return chapters.slice(0, -1).flatMap((chapter) => {
    const { position } = chapter;
    const nodes = nodesOf(chapter);
    const start = conclusionAt(nodes);
    if (start < 0) return [];
    const blocks = nodes.map((_node, index) => index).slice(start);
    const problem = nodes[start]?.type === "heading" ? problems.conclusion(chapter) : problems.ending(chapter);
    return [{ kind: "conclusion", chapter: position, blocks, other: position, problem }];
  });
}

/** Yields to the event loop as it goes. */
export async function findFaults(
  chapters: ReviewedChapter[],
  {
    outline,
    language,
    maxRepeatedShare,
  }: { outline: BookOutline; language: string | undefined; maxRepeatedShare: number },
): Promise<Fault[]> {
  const problems = reviewProblems(language);
  const titleAt = (position: number) => outline.chapters[position - 1]?.title ?? "";
  const terms = (await findRedefinitions(chapters, outline)).map(({ chapter, block, term }): Fault => {
    const problem = problems.term(chapter, { ...term, title: titleAt(term.position) });
    return { kind: "term", chapter: chapter.position, blocks: [block], other: term.position, problem };
  });
  const again = [
    ...(await findRepeatedParagraphs(chapters, problems)),
    ...(await findRepeatedPhrases(chapters, { maxRepeatedShare, problems })),
  ];
  return [...again, ...findSameOpenings(chapters, problems), ...findConclusions(chapters, problems), ...terms];
}
