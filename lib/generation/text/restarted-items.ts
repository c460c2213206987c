import type { ListItem, Nodes } from "mdast";
import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { childrenOf, listsOf, spanOf, textOf } from "../../document/nodes.ts";
import { sentencesOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";

/** Fewer words are of everyone, or an instruction that every exercise has. */
const minSentenceWords = 8;
const minItemWords = 25;

const keysOf = (text: string): string[] =>
  text
    .split("\n")
    .flatMap(sentencesOf)
    .map((sentence) => wordsIn(sentence.toLocaleLowerCase("fr")))
    .filter(({ length }) => length >= minSentenceWords)
    .map((words) => words.join(" "));

/** What an item says below its label, « **Espace :** … », the lists in it left out. */
function ownText(item: ListItem): string {
  const paragraphs = item.children.filter(({ type }) => type === "paragraph");
  return paragraphs
    .map((paragraph) => {
      const [first, ...rest] = childrenOf(paragraph);
      return first?.type === "strong" ? rest.map(textOf).join("").replace(/^\s*:/, "") : textOf(paragraph);
    })
    .join("\n");
}

function isRestart(item: ListItem, said: Set<string>): boolean {
  const keys = keysOf(ownText(item));
  const words = keys.reduce((sum, key) => sum + key.split(" ").length, 0);
  return words >= minItemWords && keys.every((key) => said.has(key));
}

const isEmpty = (item: ListItem): boolean => item.children.length === 0;

function surplusOf(node: Nodes, said: Set<string>): ListItem[] {
  return listsOf(node).flatMap(({ children }) => {
    // A list of blanks is one to be filled in.
    const isForm = children.filter(isEmpty).length > 1;
    return children.filter((item) => isRestart(item, said) || (isEmpty(item) && !isForm));
  });
}

/**
 * Takes out of lists the items that begin the text around them again, and one that was left empty: what a small model
 * writes when it has lost its place.
 */
export function withoutRestartedItems({ source, blocks }: Document): string {
  const said = new Set<string>();
  const surplus: ListItem[] = [];
  for (const { node } of blocks) {
    surplus.push(...surplusOf(node, said));
    if (node.type === "paragraph") for (const key of keysOf(textOf(node))) said.add(key);
  }
  let end = 0;
  const spans = surplus.map(spanOf).toSorted((one, other) => one.start - other.start);
  const edits = spans.flatMap((span) => {
    if (span.start < end) return [];
    end = span.end;
    const gap = /(?:\n[ \t>]*)+$/.exec(source.slice(Math.max(0, span.start - 200), span.start))?.[0] ?? "";
    return [{ start: span.start - gap.length, end: span.end, by: "" }];
  });
  return edits.length === 0 ? source : applyEdits(source, edits).trim();
}
