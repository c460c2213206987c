import type { Heading, Html, Nodes, Paragraph, PhrasingContent } from "mdast";
import { math, opaque, type Piece, split } from "./piece.ts";

export type Block = Paragraph | Heading;

/** Where a node stands in its source. */
export const span = (node: Nodes) => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** How an inline tag changes the depth in HTML elements: what stands inside one is HTML's. */
function depthOf({ value }: Html): number {
  if (value.startsWith("</")) return -1;
  return /^<[a-z](?!.*\/>$)/is.test(value) && !/^<(?:br|img|hr|wbr|input)\b/i.test(value) ? 1 : 0;
}

/** A paragraph or heading, in the order of its source, without the markers of its emphases. */
export function piecesOf(block: Block, source: string): (Piece & { start: number })[] {
  const { start, end } = span(block);
  const formulas = [...source.slice(start, end).matchAll(math)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

  function still(node: PhrasingContent, seen = opaque) {
    const { start, end } = span(node);
    return [{ source: source.slice(start, end), seen, prose: false, start }];
  }

  function text(node: PhrasingContent) {
    const { start, end } = span(node);
    let at = start;
    const parts: (Piece & { start: number })[] = [];
    const place = (pieces: Piece[]) => {
      for (const piece of pieces) {
        parts.push({ ...piece, start: at });
        at += piece.source.length;
      }
    };
    for (const formula of formulas) {
      if (formula.end <= at || formula.start >= end) continue;
      if (formula.start > at) place(split(source.slice(at, formula.start)));
      place([{ source: source.slice(at, Math.min(end, formula.end)), seen: opaque, prose: false }]);
    }
    if (at < end) place(split(source.slice(at, end)));
    return parts;
  }

  function walk(children: PhrasingContent[]): (Piece & { start: number })[] {
    let depth = 0;
    return children.flatMap((node) => {
      if (node.type === "html") depth = Math.max(0, depth + depthOf(node));
      if (node.type === "break") return still(node, "\n");
      if (depth > 0) return still(node);
      if (node.type === "text") return text(node);
      if (node.type !== "emphasis" && node.type !== "strong") return still(node);
      const inner = walk(node.children);
      const [first, last] = [inner[0], inner.at(-1)];
      if (first) first.opens = true;
      if (last) last.closes = true;
      return inner;
    });
  }
  return walk(block.children);
}
