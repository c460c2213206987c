import type { Heading, Html, Paragraph, PhrasingContent, TableCell } from "mdast";
import { spanOf } from "../nodes.ts";
import { formula, type Piece, placeholder, splitProse } from "./piece.ts";

export type Line = Paragraph | Heading | TableCell;

/** Text inside an HTML element is no prose. */
function depthOf({ value }: Html): number {
  if (value.startsWith("</")) return -1;
  return /^<[a-z](?!.*\/>$)/is.test(value) && !/^<(?:br|img|hr|wbr|input)\b/i.test(value) ? 1 : 0;
}

/** Leaves out the markers of emphases. */
export function piecesOf(line: Line, source: string): (Piece & { start: number })[] {
  const { start, end } = spanOf(line);
  const formulas = [...source.slice(start, end).matchAll(formula)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

  let nextFormula = 0;

  function still(node: PhrasingContent, seen = placeholder) {
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
    while (nextFormula < formulas.length && (formulas[nextFormula]?.end ?? 0) <= at) nextFormula += 1;
    for (let found = formulas[nextFormula]; found && found.start < end; found = formulas[++nextFormula]) {
      if (found.start > at) place(splitProse(source.slice(at, found.start)));
      place([{ source: source.slice(at, Math.min(end, found.end)), seen: placeholder, prose: false }]);
      if (found.end > end) break;
    }
    if (at < end) place(splitProse(source.slice(at, end)));
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
      const first = inner[0];
      const last = inner.at(-1);
      if (first) first.opens = true;
      if (last) last.closes = true;
      return inner;
    });
  }
  return walk(line.children);
}
