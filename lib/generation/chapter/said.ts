import type { Paragraph } from "mdast";
import type { Block } from "../../document/document.ts";
import { textOf } from "../../document/nodes.ts";
import { wordsIn } from "../../document/words.ts";

/** Fewer words are of everyone: « Il attend. », a signature, a street. */
export const minWords = 8;
const minProseWords = 25;
const maxVerseCharacters = 80;

/**
 * How a block may come again. A piece is set apart from the prose, as a refrain, a stanza or the steps of a recipe are: it may
 * return. Prose of some length says the same twice only when its author is stuck.
 */
export type Said = { key: string; words: number; kind: "heading" | "short" | "line" | "prose" | "piece" };

const markup = new Set(["strong", "emphasis"]);

/** Set apart from the first word on: « **Corrigé.** … », « *Refrain* », a stanza, lines of verse. */
function isSetApart({ children }: Paragraph, source: string): boolean {
  const [first] = children;
  if (first && markup.has(first.type)) return true;
  const lines = source.split("\n");
  return lines.length > 1 && lines.every((line) => line.length <= maxVerseCharacters);
}

function kindOf({ node }: Block, { words, source }: { words: number; source: string }): Said["kind"] {
  if (node.type === "heading") return "heading";
  if (words < minWords) return "short";
  if (node.type !== "paragraph" || isSetApart(node, source)) return "piece";
  return words < minProseWords ? "line" : "prose";
}

export const keyOf = (text: string): string => wordsIn(text.toLocaleLowerCase("fr")).join(" ");

/** What a block says, whatever its marks; `source` is its text. */
export function saidBy(block: Block, source: string): Said {
  const said = keyOf(textOf(block.node)) || source;
  const words = said.split(" ").length;
  const kind = kindOf(block, { words, source });
  return { key: `${kind === "heading" ? "#" : ""}${said}`, words, kind };
}
