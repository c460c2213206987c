import type { Nodes } from "mdast";
import { applyEdits } from "../../document/edit.ts";
import { childrenOf, spanOf, textOf } from "../../document/nodes.ts";

/** What a model does not see of a text, in the place of each of which it sees `<x1/>`, `<x2/>`… */
export type Masked = { text: string; kept: string[] };

type Span = { start: number; end: number };

/** Code, formulas, HTML, pictures and notes' marks stay as they are. */
const hidden = new Set([
  "code",
  "definition",
  "footnoteReference",
  "html",
  "image",
  "imageReference",
  "inlineCode",
  "inlineMath",
  "math",
  "thematicBreak",
]);

const mark = /\[S\d{1,4}\]/g;
const maskIn = /<\s*x\s?(\d{1,4})\s*\/?\s*>(?:<\/\s*x\s?\d{0,4}\s*>)?/gi;

const marksIn = (node: Nodes, source: string): Span[] => {
  const { start, end } = spanOf(node);
  return [...source.slice(start, end).matchAll(mark)].map(({ 0: found, index }) => ({
    start: start + index,
    end: start + index + found.length,
  }));
};

/** The address of a link, or the label that stands for it; the whole link where its text is one of them. */
function addressIn(node: Nodes, source: string): Span {
  const whole = spanOf(node);
  const last = childrenOf(node).at(-1);
  if (!last || ("url" in node && textOf(node) === node.url.replace(/^mailto:/, ""))) return whole;
  const from = spanOf(last).end;
  const opening = /^\s*\](?:\(|\[)/.exec(source.slice(from, whole.end))?.[0];
  const start = from + (opening?.length ?? 0);
  return opening === undefined || start >= whole.end - 1 ? whole : { start, end: whole.end - 1 };
}

function spansIn(node: Nodes, source: string): Span[] {
  if (hidden.has(node.type)) return [spanOf(node)];
  if (node.type === "text") return marksIn(node, source);
  const inside = () => childrenOf(node).flatMap((child) => spansIn(child, source));
  if (node.type !== "link" && node.type !== "linkReference") return inside();
  const address = addressIn(node, source);
  return address.start === spanOf(node).start ? [address] : [...inside(), address];
}

/** @param nodes those of `source` between `start` and `end`, the part that is masked */
export function mask(source: string, nodes: Nodes[], { start, end }: Span = { start: 0, end: source.length }): Masked {
  const spans = nodes.flatMap((node) => spansIn(node, source)).sort((one, other) => one.start - other.start);
  const edits = spans.map((span, index) => ({
    start: span.start - start,
    end: span.end - start,
    by: `<x${index + 1}/>`,
  }));
  return {
    text: applyEdits(source.slice(start, end), edits),
    kept: spans.map((span) => source.slice(span.start, span.end)),
  };
}

/** Puts back what a mask stands for; one that stands for nothing is left out. */
export const unmask = (text: string, { kept }: Masked): string =>
  text.replace(maskIn, (_found, number: string) => kept[Number(number) - 1] ?? "");

/** Puts back what it can in a text that still comes, whose end may be half a mask. */
export const unmaskSoFar = (text: string, masked: Masked): string =>
  unmask(text.replace(/<[^<>\n]{0,12}$/, ""), masked);

/** @returns what is missing, or is there more than once */
export function misplaced(text: string, { kept }: Masked): string[] {
  const found = [...text.matchAll(maskIn)].map((match) => Number(match[1]));
  return kept.filter((_one, index) => found.filter((number) => number === index + 1).length !== 1);
}

/** Whether something of it is to be translated. */
export const hasWords = ({ text }: Masked): boolean => /\p{L}/u.test(text.replace(maskIn, " "));

/** The text of a node without what is not to be translated. */
export function wordingOf(node: Nodes): string {
  if (hidden.has(node.type)) return " ";
  if (node.type === "text") return node.value;
  const isLine = ["paragraph", "heading", "tableCell"].includes(node.type);
  return childrenOf(node).map(wordingOf).join("") + (isLine ? "\n" : "");
}
