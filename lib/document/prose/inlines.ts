import type { Nodes } from "mdast";
import { childrenOf, textOf } from "../nodes.ts";
import { quotationsOf } from "../sentences.ts";
import { wordsIn } from "../words.ts";
import { withoutFormulas } from "./formulas.ts";

const silent = new Set(["inlineCode", "inlineMath", "html", "image", "imageReference", "footnoteReference"]);
/** A longer text in bold is a passage that its author stresses, not a label or an example. */
const maxStrongWords = 12;

const isSetApart = (node: Nodes) =>
  node.type === "emphasis" || (node.type === "strong" && wordsIn(textOf(node)).length <= maxStrongWords);

function readInto(nodes: Nodes[], text: string[], asides: string[]): void {
  for (const node of nodes) {
    if (silent.has(node.type)) text.push(" ");
    else if (isSetApart(node)) {
      text.push(" ");
      asides.push(textOf(node));
    } else if ("children" in node) readInto(childrenOf(node), text, asides);
    else text.push(textOf(node));
  }
}

const address = /https?:\/\/\S+|www\.\S+/g;

/** The words of a paragraph, apart from what is set apart in it by markup or by quotation marks. */
export function readInlines(paragraph: Nodes): { text: string; asides: string[] } {
  const parts: string[] = [];
  const asides: string[] = [];
  readInto(childrenOf(paragraph), parts, asides);
  const { quotations, rest } = quotationsOf(withoutFormulas(parts.join("")).replace(address, " "));
  return { text: rest, asides: [...asides, ...quotations.map((one) => one.slice(1, -1))] };
}
