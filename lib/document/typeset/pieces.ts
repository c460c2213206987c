import type { Heading, Html, Paragraph, PhrasingContent, TableCell } from "mdast";
import { spanOf } from "../nodes.ts";
import { formula, opaque, type Piece, split } from "./piece.ts";

/** A block of prose. */
export type Line = Paragraph | Heading | TableCell;

/** How an inline tag changes the depth in HTML elements: what stands inside one is HTML's. */
function depthOf({ value }: Html): number {
  if (value.startsWith("</")) return -1;
  return /^<[a-z](?!.*\/>$)/is.test(value) && !/^<(?:br|img|hr|wbr|input)\b/i.test(value) ? 1 : 0;
}

/** A line, in the order of its source, without the markers of its emphases. */
export function piecesOf(line: Line, source: string): (Piece & { start: number })[] {
  const { start, end } = spanOf(line);
  const formulas = [...source.slice(start, end).matchAll(formula)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

  /** The first formula that is not behind. */
  let next = 0;

  function still(node: PhrasingContent, seen = opaque) {
    const { start, end } = spanOf(node);
    return [{ source: source.slice(start, end), seen, prose: false, start }];
  }

  function text(node: PhrasingContent) {
    const { start, end } = spanOf(node);
    let at = start;
    const parts: (Piece & { start: number })[] = [];
    const place = (pieces: Piece[]) => {
      for (const piece of pieces) {
        parts.push({ ...piece, start: at });
        at += piece.source.length;
      }
    };
    while (next < formulas.length && (formulas[next]?.end ?? 0) <= at) next += 1;
    for (let found = formulas[next]; found && found.start < end; found = formulas[++next]) {
      if (found.start > at) place(split(source.slice(at, found.start)));
      place([{ source: source.slice(at, Math.min(end, found.end)), seen: opaque, prose: false }]);
      if (found.end > end) break;
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
      if (node.type !== "emphasis" && node.type !== "strong" && node.type !== "delete") return still(node);
      const inner = walk(node.children);
      const [first, last] = [inner[0], inner.at(-1)];
      if (first) first.opens = true;
      if (last) last.closes = true;
      return inner;
    });
  }
  return walk(line.children);
}
