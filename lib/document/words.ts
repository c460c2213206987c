import type { Nodes } from "mdast";
import { linesOf, textOf } from "./nodes.ts";

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-\u2010\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** The words of a plain text: runs of letters and digits, inner apostrophes and hyphens included (contract §2). */
export const wordsIn = (text: string): string[] => text.normalize("NFC").match(word) ?? [];

/** The words of a node: headings and code count, markup does not. */
export const wordsOf = (node: Nodes): number =>
  linesOf(node).reduce((sum, line) => sum + wordsIn(textOf(line)).length, 0);

export const sumOfWords = (passages: { words: number }[]): number =>
  passages.reduce((sum, { words }) => sum + words, 0);

const known = new WeakMap<Nodes, string[][]>();

/** The words of each paragraph and heading under a node, in lower case; code is left out. Read once per node. */
export function paragraphsOf(node: Nodes): string[][] {
  const paragraphs =
    known.get(node) ??
    linesOf(node).flatMap((line) =>
      line.type === "paragraph" || line.type === "heading" ? [wordsIn(textOf(line).toLocaleLowerCase("fr"))] : [],
    );
  known.set(node, paragraphs);
  return paragraphs;
}
