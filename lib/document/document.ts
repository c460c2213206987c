import type { RootContent } from "mdast";

/** `start` and `end` count UTF-16 units. */
export type Passage = { start: number; end: number; words: number };

export type Block = Passage & { node: RootContent };

/** Positions in the tree are offsets in `source`, without lines and columns. */
export type Document = {
  source: string;
  /** The text exceeded the bounds of the parser: its blocks are paragraphs of plain text. */
  plain: boolean;
  words: number;
  blocks: Block[];
};
