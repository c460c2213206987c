import type { RootContent } from "mdast";
import { parseInChunks } from "./markdown-chunks.ts";
import { countIn } from "./words.ts";

/** A block of a Markdown text, top level, and where it stands in it. */
export type Block = { start: number; end: number; words: number; node: RootContent };

/** A stretch of a text: a section with its heading, or what stands before the first. */
export type Passage = { start: number; end: number; words: number };

/** The blocks of a text, in order. Gives others their turn as it goes. */
export async function blocksOf(markdown: string): Promise<Block[]> {
  const blocks: Block[] = [];
  let offset = 0;
  for await (const { text, tree } of parseInChunks(markdown)) {
    for (const node of tree.children) {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      blocks.push({ start: offset + start, end: offset + end, words: countIn(node), node });
    }
    offset += text.length;
  }
  return blocks;
}

export const wordsOf = (blocks: { words: number }[]): number => blocks.reduce((sum, { words }) => sum + words, 0);

/** The words of a text of any length, as `countWords` counts them. */
export const countAllWords = async (markdown: string): Promise<number> => wordsOf(await blocksOf(markdown));

export const isHeading = ({ node }: Block, depth?: number): boolean =>
  node.type === "heading" && (depth === undefined || node.depth === depth);

/** The sections of a chapter (« ## »), and what comes before them as one of its own; the H1 is in none. */
export function sectionsOf(blocks: Block[]): Passage[] {
  const sections: Passage[] = [];
  for (const block of blocks) {
    if (isHeading(block, 1)) continue;
    const open = sections.at(-1);
    if (!open || isHeading(block, 2)) sections.push({ start: block.start, end: block.end, words: block.words });
    else Object.assign(open, { end: block.end, words: open.words + block.words });
  }
  return sections;
}

/** Puts other texts in the place of some passages. */
export function replaceAll(text: string, changes: { passage: Passage; by: string }[]): string {
  const fromTheEnd = changes.toSorted((a, b) => b.passage.start - a.passage.start);
  return fromTheEnd.reduce(
    (rest, { passage, by }) => rest.slice(0, passage.start) + by.trim() + rest.slice(passage.end),
    text,
  );
}
