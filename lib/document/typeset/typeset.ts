import type { Nodes } from "mdast";
import { yieldToEventLoop } from "../../yield.ts";
import type { Block, Document } from "../document.ts";
import { childrenOf } from "../nodes.ts";
import { openDocument } from "../open.ts";
import { typographyOf } from "./languages.ts";
import { type Line, piecesOf } from "./line-pieces.ts";
import { applyReplacements, type Piece, splitProse } from "./piece.ts";
import { hasSameShape } from "./shape.ts";
import type { Rule, Typography } from "./typography.ts";

const joined = (pieces: Piece[]) => pieces.map((piece) => piece.seen).join("");

function typesetPieces(pieces: Piece[], rules: Rule[]): Piece[] {
  let done = pieces;
  let text = joined(pieces);
  for (const rule of rules) {
    const replacements = rule(text);
    if (replacements.length === 0) continue;
    done = applyReplacements(done, replacements);
    text = joined(done);
  }
  return done;
}

/** Takes a line of plain text, such as a title. Idempotent. A language of no book changes nothing. */
export function typesetText(text: string, language = "fr"): string {
  const pieces = splitProse(text);
  const rules = typographyOf(language)?.([joined(pieces)]) ?? [];
  return typesetPieces(pieces, rules)
    .map((piece) => piece.source)
    .join("");
}

function linesOf(node: Nodes): Line[] {
  if (node.type === "paragraph" || node.type === "tableCell" || (node.type === "heading" && node.depth > 1))
    return [node];
  return childrenOf(node).flatMap((child) => linesOf(child));
}

type Placed = Piece & { start: number };

function typesetBlock(
  { start, end }: Block,
  { source, lines, rules }: { source: string; lines: Placed[][]; rules: Rule[] },
) {
  const parts: string[] = [];
  let done = start;
  for (const pieces of lines) {
    typesetPieces(pieces, rules).forEach((piece, index) => {
      const from = pieces[index]?.start ?? done;
      parts.push(source.slice(done, from), piece.source);
      done = from + (pieces[index]?.source.length ?? 0);
    });
  }
  return parts.join("") + source.slice(done, end);
}

const blocksPerYield = 10;

async function typesetBlocks({ source, blocks }: Document, typography: Typography): Promise<string[]> {
  const lines = blocks.map(({ node }) => linesOf(node).map((line) => piecesOf(line, source)));
  const rules = typography(lines.flat().map(joined));
  const typeset: string[] = [];
  for (const [index, block] of blocks.entries()) {
    typeset.push(typesetBlock(block, { source, lines: lines[index] ?? [], rules }));
    if (index % blocksPerYield === blocksPerYield - 1) await yieldToEventLoop();
  }
  return typeset;
}

function withBlocks({ source, blocks }: Document, texts: string[]): string {
  const gaps = blocks.map(({ start }, index) => source.slice(blocks[index - 1]?.end ?? 0, start));
  const parts = gaps.flatMap((gap, index) => [gap, texts[index] ?? ""]);
  return parts.join("") + source.slice(blocks.at(-1)?.end ?? 0);
}

/** Keeps code, links, HTML, math and the H1 byte for byte, and blocks that would then parse otherwise. Idempotent. */
export async function typeset(document: Document, language = "fr"): Promise<Document> {
  const typography = typographyOf(language);
  if (document.plain || !typography) return document;
  const { source, blocks } = document;
  const texts = await typesetBlocks(document, typography);
  let next = await openDocument(withBlocks(document, texts));
  const isSame = (index: number) => {
    const before = blocks[index]?.node;
    const after = next.blocks[index]?.node;
    return before !== undefined && after !== undefined && hasSameShape(before, after);
  };
  if (next.blocks.length === blocks.length && blocks.every((_block, index) => isSame(index))) return next;
  const kept = blocks.map(({ start, end }, index) => (isSame(index) ? (texts[index] ?? "") : source.slice(start, end)));
  next = await openDocument(withBlocks(document, kept));
  return next.blocks.length === blocks.length && blocks.every((_block, index) => isSame(index)) ? next : document;
}
