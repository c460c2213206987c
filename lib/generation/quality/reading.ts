import type { Heading, Nodes, RootContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { parseInChunks } from "../text/markdown-chunks.ts";
import { wordsIn } from "../text/words.ts";

/** A chapter as the measures read it. */
export type Reading = {
  position: number;
  /** Top level, in order. */
  blocks: RootContent[];
  /** The words of each paragraph, lower case; code is left out. */
  paragraphs: string[][];
};

/** The words of each paragraph and heading under a node, lower case; code is left out. */
export function paragraphsOf(node: Nodes): string[][] {
  if (node.type === "paragraph" || node.type === "heading")
    return [wordsIn(toText(node, { includeHtml: false, includeImageAlt: false }).toLocaleLowerCase("fr"))];
  return "children" in node ? node.children.flatMap((child) => paragraphsOf(child)) : [];
}

/** Parses a chapter once for all measures; text must be Markdown. */
export async function readChapter(position: number, content: string): Promise<Reading> {
  const blocks: RootContent[] = [];
  const paragraphs: string[][] = [];
  for await (const { tree } of parseInChunks(content)) {
    blocks.push(...tree.children);
    paragraphs.push(...paragraphsOf(tree));
  }
  return { position, blocks, paragraphs };
}

export const isHeading = (node: RootContent): node is Heading => node.type === "heading";
