import type { Heading, RootContent } from "mdast";
import { foldText } from "../../contract/outline.ts";
import { toOneLine } from "../../contract/text.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import { planChapters } from "../plan.ts";
import { nodesOf } from "./write.ts";

/** A chapter to be; its title is that of its first block where that is a heading. */
export type Piece = { title?: string; blocks: RootContent[] };
export type Pieces = { title?: string; pieces: Piece[] };

const levelOf = (heading: Heading) => (heading.data?.isBookTitle ? 0 : heading.depth);
export const titleOf = (heading: Heading) => toOneLine(textOf(heading));
/** An empty heading is none. */
const isTitled = (block: RootContent): block is Heading => isHeading(block) && titleOf(block) !== "";

const hasText = (block: RootContent) =>
  [...nodesOf(block)].some((node) => "value" in node && node.type !== "html" && node.value.trim() !== "");
const hasPicture = (block: RootContent) => [...nodesOf(block)].some(({ type }) => type === "image");

/** A picture alone, as a cover is, makes a chapter where the contents name it. */
const isChapter = ({ title, blocks }: Piece) =>
  blocks.some(hasText) || (title !== undefined && blocks.some(hasPicture));

/** The title of a chapter is often a paragraph of a style of its own: the contents tell which. */
function withHeading({ title, blocks }: Piece): Piece {
  const [first, ...rest] = blocks;
  const isTitle = first?.type === "paragraph" && title && foldText(textOf(first)) === foldText(title);
  return isTitle
    ? { blocks: [{ type: "heading", depth: 1, children: first.children }, ...rest] }
    : { blocks, ...(title && { title }) };
}

/** Raises the headings of a piece, so that its first is its one title. */
function raised({ title, blocks }: Piece): Piece {
  const [first] = blocks;
  const own = first && isTitled(first) ? levelOf(first) : 1;
  const children = blocks.map((block, index): RootContent => {
    if (!isHeading(block)) return block;
    const depth = index === 0 && isTitled(block) ? 1 : Math.min(6, Math.max(2, levelOf(block) - own + 1));
    return { ...block, depth: depth as Heading["depth"] };
  });
  return { blocks: children, ...(first && isTitled(first) ? { title: titleOf(first) } : title && { title }) };
}

const isTold = (block: RootContent) =>
  [...nodesOf(block)].some((node) => node.type === "image" && (node.alt ?? "").trim() !== "");

/** What has no text makes no chapter: its pictures go on to the next, those that say what they show. */
function toPieces(pieces: Piece[]): Piece[] {
  const chapters: Piece[] = [];
  let waiting: RootContent[] = [];
  for (const piece of pieces) {
    if (!isChapter(piece)) {
      waiting.push(...piece.blocks.filter(isTold));
      continue;
    }
    const { blocks, ...chapter } = raised(withHeading(piece));
    const at = blocks[0]?.type === "heading" ? 1 : 0;
    chapters.push({ ...chapter, blocks: [...blocks.slice(0, at), ...waiting, ...blocks.slice(at)] });
    waiting = [];
  }
  chapters.at(-1)?.blocks.push(...waiting);
  return chapters;
}

/** Cuts before each of these blocks. What comes before the first is a piece of its own. */
function cutAt(blocks: RootContent[], starts: number[]): RootContent[][] {
  const cuts = [0, ...starts, blocks.length];
  return cuts.slice(0, -1).map((from, index) => blocks.slice(from, cuts[index + 1]));
}

/** Cuts a text at the headings that begin its chapters. */
export function cutAtHeadings(blocks: RootContent[]): Pieces {
  const headings = blocks.filter(isTitled);
  const plan = planChapters(headings.map((heading) => ({ level: levelOf(heading) })));
  const title = plan.title === undefined ? undefined : headings[plan.title];
  const starts = plan.starts.flatMap((at) => headings[at] ?? []);
  const kept = blocks.filter((block) => block !== title);
  const pieces = cutAt(
    kept,
    starts.map((start) => kept.indexOf(start)),
  );
  return { ...(title && { title: titleOf(title) }), pieces: toPieces(pieces.map((one) => ({ blocks: one }))) };
}

const isMark = (block: RootContent) => block.type === "thematicBreak" && block.data?.chapter !== undefined;

/** Cuts a text at the marks of its chapters, and takes these out. */
export function cutAtMarks(blocks: RootContent[]): Piece[] {
  const starts = blocks.flatMap((block, index) => (isMark(block) ? [index] : []));
  const pieces = cutAt(blocks, starts).map((piece): Piece => {
    const [first] = piece;
    const title = first?.type === "thematicBreak" ? first.data?.chapter : undefined;
    return { blocks: piece.filter((block) => !isMark(block)), ...(title && { title }) };
  });
  return toPieces(pieces);
}
