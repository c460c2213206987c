import type { Heading, Nodes } from "mdast";
import type { Document } from "./document.ts";
import { applyEdits } from "./edit.ts";
import { childrenOf, spanOf } from "./nodes.ts";

export const maxHeadingDepth = 6;

const headingsIn = (node: Nodes): Heading[] =>
  node.type === "heading" ? [node] : childrenOf(node).flatMap((child) => headingsIn(child));

/** Includes those inside quotes and lists. */
export const headingsOf = ({ blocks }: Document): Heading[] => blocks.flatMap(({ node }) => headingsIn(node));

export function headingAtDepth(source: string, depth: number): string {
  const marker = /^#{1,6}(?=[ \t]|$)/.exec(source)?.[0];
  if (marker !== undefined) return "#".repeat(depth) + source.slice(marker.length);
  const lines = source.split(/\r?\n/).slice(0, -1);
  return `${"#".repeat(depth)} ${lines.map((line) => line.trim()).join(" ")}`;
}

export function demoteHeadings(document: Document): string {
  const { source } = document;
  const edits = headingsOf(document)
    .filter(({ depth }) => depth < maxHeadingDepth)
    .map((heading) => {
      const { start, end } = spanOf(heading);
      return { start, end, by: headingAtDepth(source.slice(start, end), heading.depth + 1) };
    });
  return applyEdits(source, edits);
}
