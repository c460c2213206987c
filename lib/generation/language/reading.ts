import type { Nodes, RootContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { turn } from "../../turn.ts";
import { countLanguage, type LanguageCount } from "./detect.ts";

/** A gate: this share of the words is in the book's language. */
export const enough = 0.995;

export const shareOf = ({ words, own }: LanguageCount): number => (words === 0 ? 1 : own / words);

const silent = new Set(["code", "inlineCode", "html", "blockquote", "table", "definition", "image", "heading"]);

/** A block's prose, paragraph by paragraph: no code, no quotation. */
function proseOf(node: Nodes): string[] {
  if (silent.has(node.type)) return [];
  if (node.type !== "paragraph") return "children" in node ? node.children.flatMap(proseOf) : [];
  return [node.children.map((child) => (silent.has(child.type) ? " " : toText(child))).join("")];
}

/** How much of each block is in a language. Gives others their turn as it goes. */
export async function readLanguage(blocks: RootContent[], language: string): Promise<LanguageCount[]> {
  const counts: LanguageCount[] = [];
  for (const block of blocks) {
    const count = { words: 0, own: 0 };
    for (const paragraph of proseOf(block)) {
      const { words, own } = await countLanguage(paragraph, language);
      count.words += words;
      count.own += own;
    }
    counts.push(count);
    if (counts.length % 3 === 0) await turn();
  }
  return counts;
}

/** The counts of several blocks as one. */
export const together = (counts: LanguageCount[]): LanguageCount => ({
  words: counts.reduce((sum, { words }) => sum + words, 0),
  own: counts.reduce((sum, { own }) => sum + own, 0),
});
