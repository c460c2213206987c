import type { Nodes } from "mdast";
import { yieldToEventLoop } from "../../yield.ts";
import type { Block, Document } from "../document.ts";
import { childrenOf } from "../nodes.ts";
import { openDocument } from "../open.ts";
import { type Line, piecesOf } from "./line-pieces.ts";
import { applyReplacements, type Piece, splitProse } from "./piece.ts";
import { quotes } from "./quotes.ts";
import { hasSameShape } from "./shape.ts";
import { spacing } from "./spacing.ts";

const joined = (pieces: Piece[]) => pieces.map((piece) => piece.seen).join("");

function typesetPieces<P extends Piece>(pieces: P[]): P[] {
  return [quotes, ...spacing].reduce(
    (done, rule) => applyReplacements(done, rule(joined(done))),
    pieces as Piece[],
  ) as P[];
}

/** Takes a line of plain text, such as a title. Idempotent. */
export const typesetText = (text: string): string =>
  typesetPieces(splitProse(text))
    .map((piece) => piece.source)
    .join("");

function linesOf(node: Nodes): Line[] {
  if (node.type === "paragraph" || node.type === "tableCell" || (node.type === "heading" && node.depth > 1))
    return [node];
  return childrenOf(node).flatMap((child) => linesOf(child));
}

function typesetBlock({ node, start, end }: Block, source: string): string {
  const parts: string[] = [];
  let done = start;
  for (const line of linesOf(node)) {
    const pieces = piecesOf(line, source);
    typesetPieces(pieces).forEach((piece, index) => {
      const from = pieces[index]?.start ?? done;
      parts.push(source.slice(done, from), piece.source);
      done = from + (pieces[index]?.source.length ?? 0);
    });
  }
  return parts.join("") + source.slice(done, end);
}

const blocksPerYield = 10;

async function typesetBlocks({ source, blocks }: Document): Promise<string[]> {
  const typeset: string[] = [];
  for (const [index, block] of blocks.entries()) {
    typeset.push(typesetBlock(block, source));
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
export async function typeset(document: Document): Promise<Document> {
  if (document.plain) return document;
  const { source, blocks } = document;
  const texts = await typesetBlocks(document);
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
