import type { RootContent } from "mdast";

/** A stretch of a text, by UTF-16 offsets, and its words. */
export type Passage = { start: number; end: number; words: number };

/** A block at the top level of a text. */
export type Block = Passage & { node: RootContent };

/** A Markdown text and its one tree. The positions in it are offsets in `source`; lines and columns are left out. */
export type Document = {
  source: string;
  /** It exceeded what is parsed, and is paragraphs of plain text. */
  plain: boolean;
  words: number;
  blocks: Block[];
};
