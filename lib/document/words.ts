import type { Nodes } from "mdast";
import { textBlocksOf, textOf } from "./nodes.ts";

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-\u2010\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** Includes inner apostrophes and hyphens (contract §2). */
export const wordsIn = (text: string): string[] => text.normalize("NFC").match(word) ?? [];

/** Includes headings and code. */
export const wordsOf = (node: Nodes): number =>
  textBlocksOf(node).reduce((sum, block) => sum + wordsIn(textOf(block)).length, 0);

export const sumOfWords = (passages: { words: number }[]): number =>
  passages.reduce((sum, { words }) => sum + words, 0);
