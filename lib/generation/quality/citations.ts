import type { Nodes } from "mdast";
import type { QualitySheet } from "../../contract/quality.ts";
import { childrenOf, textOf } from "../../document/nodes.ts";
import { addressOf } from "../citations/bibliography.ts";
import { markedIn } from "../citations/marks.ts";
import type { Source } from "../citations/source.ts";
import { type MeasuredChapter, nodesOf } from "./measured.ts";

type Counted = { address: string; citation: boolean };

function linksOf(node: Nodes): Counted[] {
  const isLink = (node.type === "link" || node.type === "definition") && /^https?:/i.test(node.url);
  const own = isLink ? [{ address: node.url, citation: /^\[\d+\]$/.test(textOf(node)) }] : [];
  return [...own, ...childrenOf(node).flatMap((child) => linksOf(child))];
}

/** The numbers of the sources whose marks stand in a text, each as often as it does. */
function marksOf(node: Nodes): number[] {
  if (node.type === "text") return markedIn(node.value);
  return childrenOf(node).flatMap((child) => marksOf(child));
}

type Measured = {
  /** As delivered: a page is cited by a link. */
  delivered: MeasuredChapter[];
  /** As written: a passage of a file is cited by its mark. */
  written: MeasuredChapter[];
  sources: Pick<Source, "number" | "url">[];
};

export function measureCitations({ delivered, written, sources }: Measured): QualitySheet["citations"] {
  const blocks = delivered.flatMap(nodesOf);
  const links = blocks.flatMap((block) => linksOf(block));
  const addresses = new Set(links.map(({ address }) => address));
  const known = new Set(sources.flatMap(({ url }) => (url === null ? [] : [addressOf(url)])));
  const files = sources.flatMap(({ number, url }) => (url === null ? [number] : []));
  const marks = written
    .flatMap(nodesOf)
    .flatMap((block) => marksOf(block))
    .filter((number) => files.includes(number));
  // Where nothing was read nothing can be cited: `[S1]` is a name, and a link is the author's.
  const left = sources.length === 0 ? 0 : blocks.flatMap((block) => marksOf(block)).length;
  return {
    links: links.length,
    addresses: addresses.size,
    citations: links.filter(({ citation }) => citation).length + marks.length,
    dangling: left + links.filter(({ address, citation }) => citation && !known.has(address)).length,
    sources: {
      read: known.size + files.length,
      cited: [...known].filter((address) => addresses.has(address)).length + new Set(marks).size,
    },
  };
}
