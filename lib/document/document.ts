import type { RootContent } from "mdast";

/** A stretch of a text, by UTF-16 offsets, and its words. */
export type Passage = { start: number; end: number; words: number };

export type Block = Passage & { node: RootContent };

/** A Markdown text and its tree, whose positions are offsets in `source`, without lines and columns. */
export type Document = {
  source: string;
  /** True when the text exceeded the bounds of the parser, and its blocks are paragraphs of plain text. */
  plain: boolean;
  words: number;
  blocks: Block[];
};
