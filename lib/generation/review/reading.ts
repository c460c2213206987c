import type { RootContent } from "mdast";
import type { Chapter } from "../chapter/finish.ts";
import { paragraphsOf } from "../quality/reading.ts";
import { type Block, blocksOf } from "../text/blocks.ts";

/** A finished chapter of the book under review. */
export type Written = Chapter & { position: number; title: string };

/** One with its blocks, and its paragraphs (lower-case words), each with the block it is in. */
export type Read = Written & {
  blocks: Block[];
  nodes: RootContent[];
  paragraphs: { chapter: number; block: number; words: string[] }[];
};

/** Reads a chapter for its faults. Gives others their turn as it goes. */
export async function read(written: Written): Promise<Read> {
  const blocks = await blocksOf(written.content);
  const nodes = blocks.map(({ node }) => node);
  const paragraphs = nodes.flatMap((node, block) =>
    node.type === "heading" ? [] : paragraphsOf(node).map((words) => ({ chapter: written.position, block, words })),
  );
  return { ...written, blocks, nodes, paragraphs };
}
