import type { Nodes, Paragraph, RootContent } from "mdast";
import type { Document } from "../document.ts";
import { childrenOf, isHeading, textOf } from "../nodes.ts";
import { headsExamples, headsSeries, isLabelled } from "./headed.ts";
import { readInlines } from "./inlines.ts";
import type { ProseKind, ProsePassage } from "./passage.ts";
import { isVerse } from "./verse.ts";

/** What a block stands in: below which heading, in a quotation, in a list, after which announcement. */
type Place = { kind: ProseKind; series: boolean; examples: boolean };

const dash = /^\s*[—–―-]\s/;
const speaker = /^\s*[\p{Lu}][\p{L}.’']{0,20}(?: [\p{Lu}\p{N}][\p{L}.’']{0,20})?\s?:\s/u;
/** « TypeError: … », as a program says it. */
const programError =
  /^\s*(?:\p{L}{0,40}(?:Error|Exception)|Warning|error|warning|fatal|panicked)(?:\[\p{L}?\d{1,6}\])?\s?:\s/u;
const cell = /^\s*\|/;

const quotes = /^\s*[«“„"]/;

/** A line of dialogue, several of them, or the beginning of a speech that goes on for paragraphs. */
const isSaid = (lines: string[]) =>
  dash.test(lines[0] ?? "") ||
  quotes.test(lines[0] ?? "") ||
  (lines.length > 1 && lines.every((line) => speaker.test(line)));

function kindOf(paragraph: Paragraph, text: string, place: Place): ProseKind {
  if (place.kind !== "prose") return place.kind;
  const plain = textOf(paragraph).trim();
  const lines = plain.split("\n");
  if (isSaid(lines)) return "speech";
  if (
    isVerse(plain, { isBroken: paragraph.children.some(({ type }) => type === "break") }) ||
    programError.test(plain) ||
    text.trim() === ""
  )
    return "set";
  const isEntry = paragraph.children[0]?.type === "inlineCode" && /^\s*[:–—(]/.test(text);
  return place.series || isEntry || isLabelled(plain) ? "item" : "prose";
}

const withoutCells = (text: string) =>
  text.includes("|")
    ? text
        .split("\n")
        .filter((line) => !cell.test(line))
        .join("\n")
    : text;

function passagesOf(node: Nodes, place: Place): ProsePassage[] {
  switch (node.type) {
    case "paragraph": {
      const { text, asides } = readInlines(node);
      const kind = kindOf(node, text, place);
      return [{ kind: place.examples && kind !== "prose" ? "set" : kind, text: withoutCells(text), asides }];
    }
    case "list":
      return node.children.flatMap((item) =>
        passagesOf(item, { ...place, kind: place.kind === "set" ? "set" : "item" }),
      );
    case "blockquote":
      return node.children.flatMap((child) => passagesOf(child, { ...place, kind: "set" }));
    case "listItem":
    case "footnoteDefinition":
      return childrenOf(node).flatMap((child) => passagesOf(child, place));
    default:
      return [];
  }
}

const leads = (node: RootContent | undefined): node is Paragraph =>
  node?.type === "paragraph" && /:[\s*_]*$/.test(textOf(node).slice(-20));

const follows = new Set(["list", "table", "math", "code"]);

/** « Résolvez les équations : », before them. */
const announcesSeries = (node: RootContent, next: RootContent | undefined) =>
  leads(node) && next !== undefined && follows.has(next.type);

function readDocument({ blocks }: Document): ProsePassage[][] {
  let below = { series: false, examples: false };
  return blocks.map(({ node }, index) => {
    const before = blocks[index - 1]?.node;
    if (isHeading(node)) {
      const title = textOf(node);
      if (!isHeading(node, 1)) below = { series: headsSeries(title), examples: headsExamples(title) };
      return [];
    }
    const announced = leads(before) && headsExamples(textOf(before));
    const examples = announced || (below.examples && node.type !== "paragraph");
    const series = below.series || announcesSeries(node, blocks[index + 1]?.node);
    const kind = announced && node.type === "paragraph" ? "set" : "prose";
    return passagesOf(node, { kind, series, examples });
  });
}

const read = new WeakMap<Document, ProsePassage[][]>();

/**
 * The one reading of what in a text is prose, for each of its blocks: headings, tables, code and formulas are none. Cached
 * by document.
 */
export function proseOf(document: Document): ProsePassage[][] {
  const known = read.get(document) ?? readDocument(document);
  read.set(document, known);
  return known;
}
