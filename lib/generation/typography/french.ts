import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { parseInChunks } from "../text/markdown-chunks.ts";
import { apply, type Piece, split } from "./piece.ts";
import { type Block, piecesOf } from "./pieces.ts";
import { quotes } from "./quotes.ts";
import { spacing } from "./spacing.ts";

const joined = (pieces: Piece[]) => pieces.map((piece) => piece.seen).join("");

function set<P extends Piece>(pieces: P[]): P[] {
  return [quotes, ...spacing].reduce((done, rule) => apply(done, rule(joined(done))), pieces as Piece[]) as P[];
}

/** French typography over a line of plain text: a title, a description. Idempotent. */
export const typesetText = (text: string): string =>
  set(split(text))
    .map((piece) => piece.source)
    .join("");

function blocksOf(node: Nodes): Block[] {
  if (node.type === "paragraph" || (node.type === "heading" && node.depth > 1)) return [node];
  return "children" in node ? node.children.flatMap((child) => blocksOf(child)) : [];
}

function typesetBlocks(tree: Nodes, source: string): string {
  let [text, done] = ["", 0];
  for (const block of blocksOf(tree)) {
    const pieces = piecesOf(block, source);
    set(pieces).forEach((piece, index) => {
      const start = pieces[index]?.start ?? done;
      text += source.slice(done, start) + piece.source;
      done = start + (pieces[index]?.source.length ?? 0);
    });
  }
  return text + source.slice(done);
}

/** What a text is made of, its prose apart. */
const shape = (tree: Nodes): string =>
  JSON.stringify(tree, (key, value) => {
    if (key === "position") return undefined;
    return value?.type === "text" ? "" : value;
  });

/**
 * French typography over a Markdown chapter: ’ « » … — and no-break spaces, in prose alone. Code, links,
 * HTML, math and the H1 stay byte for byte, and so does all markup: a part that would read as other Markdown
 * afterwards is left as it was. Idempotent; the words stay the same.
 */
export async function typesetMarkdown(source: string): Promise<string> {
  const parts: string[] = [];
  for await (const { text, tree } of parseInChunks(source)) {
    const typeset = typesetBlocks(tree, text);
    parts.push(typeset === text || shape(fromMarkdown(typeset)) !== shape(tree) ? text : typeset);
  }
  return parts.join("");
}
