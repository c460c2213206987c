import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as toText } from "mdast-util-to-string";

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’\-\u2010\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** The words of a plain text. */
export const wordsIn = (text: string): string[] => text.normalize("NFC").match(word) ?? [];

/**
 * The words of a Markdown text: runs of letters and digits, inner apostrophes and hyphens included;
 * headings count, markup does not (contract §2).
 */
export function countWords(markdown: string): number {
  return fromMarkdown(markdown).children.reduce((total, block) => total + countIn(block), 0);
}

type Block = ReturnType<typeof fromMarkdown>["children"][number];

/** The words of one block. */
export function countIn(block: Block | { children: Block[] }): number {
  const nested = "children" in block && block.children.some((child) => "children" in child && isBlock(child.type));
  if (nested) return (block.children as Block[]).reduce((total, child) => total + countIn(child), 0);
  const text = toText(block, { includeHtml: false, includeImageAlt: false });
  return wordsIn(text).length;
}

const isBlock = (type: string) => ["paragraph", "heading", "blockquote", "list", "listItem", "code"].includes(type);
