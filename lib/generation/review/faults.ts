import type { Genre } from "../../contract/values.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { BookCheck } from "../genre/traits.ts";
import { isSpared } from "../genre/traits-of.ts";
import { reviewProblems } from "../prompts/review-problems.ts";
import { findRepeats } from "../quality/duplicates.ts";
import { conclusionAt, openingOf } from "../quality/structure.ts";
import { findRepeatedPhrases } from "./phrases.ts";
import { type ReviewedChapter, sourceOf } from "./read.ts";
import { findRedefinitions } from "./terms.ts";

export type Fault = {
  kind: BookCheck | "style";
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

type Book = { outline: BookOutline; language: string | undefined; genre?: Genre | undefined; maxRepeatedShare: number };

async function findTermsAgain(chapters: ReviewedChapter[], { outline }: Book, problems: Problems): Promise<Fault[]> {
  const titleAt = (position: number) => outline.chapters[position - 1]?.title ?? "";
  return (await findRedefinitions(chapters, outline)).map(({ chapter, block, term }): Fault => {
    const problem = problems.term(chapter, { ...term, title: titleAt(term.position) });
    return { kind: "term", chapter: chapter.position, blocks: [block], other: term.position, problem };
  });
}

type Find = (chapters: ReviewedChapter[], book: Book, problems: Problems) => Fault[] | Promise<Fault[]>;

/** In the order in which they are mended. */
const finders: Record<BookCheck, Find> = {
  repeat: (chapters, _book, problems) => findRepeatedParagraphs(chapters, problems),
  phrases: (chapters, { maxRepeatedShare }, problems) => findRepeatedPhrases(chapters, { maxRepeatedShare, problems }),
  opening: (chapters, _book, problems) => findSameOpenings(chapters, problems),
  conclusion: (chapters, _book, problems) => findConclusions(chapters, problems),
  term: findTermsAgain,
};

/** Finds what the book's genre does not want, and yields to the event loop as it goes. */
export async function findFaults(chapters: ReviewedChapter[], book: Book): Promise<Fault[]> {
  const problems = reviewProblems(book.language);
  const found: Fault[] = [];
  for (const [check, find] of Object.entries(finders) as [BookCheck, Find][])
    if (!isSpared(book.genre, check)) found.push(...(await find(chapters, book, problems)));
  return found;
}
