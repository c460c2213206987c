import type { Nodes } from "mdast";
import type { Document } from "../../document/document.ts";
import { childrenOf, textOf } from "../../document/nodes.ts";
import { isVerse } from "../../document/prose/verse.ts";
import { quotationsOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import { namesIn } from "./names.ts";

export const heldKinds = ["formula", "code", "row", "item", "quotation", "link", "note", "name", "number"] as const;
export type HeldKind = (typeof heldKinds)[number];
/** What in a text is not its wording, in the order in which it stands there, written as it can be compared. */
export type Held = Record<HeldKind, string[]>;

/** Shorter ones only set a word apart. */
const minQuotedWords = { marks: 3, italics: 2 };

const lettersOf = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
const withoutSpaces = (text: string) => text.replace(/\s+/g, "");

const mark = /\[S?\d+\]/gi;
/** « P2 » is a word. */
const number = /(?<![\p{L}\p{Nd}])\p{Nd}+(?:[.,\u00a0\u202f ]\p{Nd}+)*/gu;
/** « 1 000 » and « 1,000 » are one number, « 2, 3 » are two. */
const numbersIn = (text: string): string[] =>
  (text.match(number) ?? [])
    .flatMap((one) => one.split(/ (?!\p{Nd}{3}(?!\p{Nd}))/u))
    .map((one) => one.replace(/\P{Nd}/gu, ""));

function readText(text: string, held: Held): void {
  for (const quotation of quotationsOf(text).quotations)
    if (wordsIn(quotation).length >= minQuotedWords.marks) held.quotation.push(lettersOf(quotation));
  const said = text.replace(mark, " ");
  held.name.push(...namesIn(said));
  held.number.push(...numbersIn(said));
}

const plain = (node: Nodes): string => {
  if (node.type === "inlineCode" || node.type === "inlineMath") return " ";
  if (node.type === "break") return "\n";
  return "children" in node ? childrenOf(node).map(plain).join("") : textOf(node);
};

function readNode(node: Nodes, held: Held): void {
  switch (node.type) {
    case "math":
    case "inlineMath":
      held.formula.push(withoutSpaces(node.value));
      return;
    case "code":
    case "inlineCode":
      held.code.push(withoutSpaces(node.value));
      return;
    case "tableRow":
      held.row.push(lettersOf(textOf(node)));
      break;
    case "listItem":
      held.item.push(lettersOf(textOf(node)));
      break;
    case "link":
    case "image":
    case "definition":
      held.link.push(node.url);
      break;
    case "footnoteReference":
    case "footnoteDefinition":
      held.note.push(`${node.type} ${node.identifier}`);
      break;
    case "emphasis":
      if (wordsIn(textOf(node)).length >= minQuotedWords.italics) held.quotation.push(lettersOf(textOf(node)));
      break;
    case "blockquote":
      held.quotation.push(...node.children.map((child) => lettersOf(textOf(child))));
      break;
    case "paragraph":
    case "tableCell": {
      const text = plain(node);
      if (isVerse(text)) held.quotation.push(...text.split("\n").map(lettersOf));
      readText(text, held);
    }
  }
  for (const child of childrenOf(node)) readNode(child, held);
}

/** Reads what a text holds; with `outside`, what the blocks apart from that passage hold. */
export function heldIn({ blocks }: Document, outside?: { start: number; end: number }): Held {
  const held: Held = {
    formula: [],
    code: [],
    row: [],
    item: [],
    quotation: [],
    link: [],
    note: [],
    name: [],
    number: [],
  };
  for (const { node, start, end } of blocks)
    if (!outside || end <= outside.start || start >= outside.end) readNode(node, held);
  return held;
}
