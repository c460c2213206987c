import type { Nodes } from "mdast";
import type { QualitySheet } from "../../contract/quality.ts";
import { childrenOf, textOf } from "../../document/nodes.ts";
import { addressOf } from "../citations/bibliography.ts";
import { countMarks } from "../citations/marks.ts";
import type { Source } from "../citations/source.ts";
import { type MeasuredChapter, nodesOf } from "./measured.ts";

type Counted = { address: string; citation: boolean };

function linksOf(node: Nodes): Counted[] {
  const isLink = (node.type === "link" || node.type === "definition") && /^https?:/i.test(node.url);
  const own = isLink ? [{ address: node.url, citation: /^\[\d+\]$/.test(textOf(node)) }] : [];
  return [...own, ...childrenOf(node).flatMap((child) => linksOf(child))];
}

function marksOf(node: Nodes): number {
  if (node.type === "text") return countMarks(node.value);
  return childrenOf(node).reduce((sum, child) => sum + marksOf(child), 0);
}

export function measureCitations(
  chapters: MeasuredChapter[],
  sources: Pick<Source, "url">[],
): QualitySheet["citations"] {
  const blocks = chapters.flatMap(nodesOf);
  const links = blocks.flatMap((block) => linksOf(block));
  const addresses = new Set(links.map(({ address }) => address));
  const known = new Set(sources.map((source) => addressOf(source)));
  // Where nothing was read nothing can be cited: `[S1]` is a name, and a link is the author's.
  const left = sources.length === 0 ? 0 : blocks.reduce((sum, block) => sum + marksOf(block), 0);
  return {
    links: links.length,
    addresses: addresses.size,
    citations: links.filter(({ citation }) => citation).length,
    dangling: left + links.filter(({ address, citation }) => citation && !known.has(address)).length,
    sources: { read: sources.length, cited: [...known].filter((address) => addresses.has(address)).length },
  };
}
