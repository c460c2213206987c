import type { Nodes } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import type { QualitySheet } from "../../contract/quality.ts";
import { addressOf } from "../citations/bibliography.ts";
import { occurrences } from "../citations/marks.ts";
import type { Source } from "../citations/source.ts";
import type { Reading } from "./reading.ts";

type Counted = { address: string; citation: boolean };

function linksOf(node: Nodes): Counted[] {
  const isLink = (node.type === "link" || node.type === "definition") && /^https?:/i.test(node.url);
  const own = isLink ? [{ address: node.url, citation: /^\[\d+\]$/.test(toText(node)) }] : [];
  return "children" in node ? [...own, ...node.children.flatMap((child) => linksOf(child))] : own;
}

function marksOf(node: Nodes): number {
  if (node.type === "text") return occurrences(node.value);
  return "children" in node ? node.children.reduce((sum, child) => sum + marksOf(child), 0) : 0;
}

/** What a delivered book sends its reader to, and whether a source of the book is behind it. */
export function measureCitations(readings: Reading[], sources: Pick<Source, "url">[]): QualitySheet["citations"] {
  const blocks = readings.flatMap((reading) => reading.blocks);
  const links = blocks.flatMap((block) => linksOf(block));
  const addresses = new Set(links.map(({ address }) => address));
  const known = new Set(sources.map((source) => addressOf(source)));
  const left = blocks.reduce((sum, block) => sum + marksOf(block), 0);
  return {
    links: links.length,
    addresses: addresses.size,
    citations: links.filter(({ citation }) => citation).length,
    dangling: left + links.filter(({ address }) => !known.has(address)).length,
    sources: { read: sources.length, cited: [...known].filter((address) => addresses.has(address)).length },
  };
}
