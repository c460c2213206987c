import type { Heading, RootContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { parseInChunks } from "./markdown-chunks.ts";

/** « Chapitre 3 : », « Section II. », « 1.2 », « 3) »: an order that the text's own order says. */
const numbering =
  /^(?:(?:chapitre|chapter|section|partie|part)\s+(?:\d{1,2}|[ivx]{1,5})(?:\.\d{1,2})*\s*[:.)–—-]+\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+|\d{1,2}[.)]\s+)(?=\S)/i;

/** From its first line that says something, whose indentation may make it code. */
export const withoutBlankLines = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, "");

type Placed = { start: number; end: number; node: RootContent };
type Found = Placed & { node: Heading; top: boolean };

function nestedHeadings(node: RootContent): Heading[] {
  if (node.type === "heading") return [node];
  return "children" in node ? node.children.flatMap((child) => nestedHeadings(child)) : [];
}

async function read(body: string): Promise<{ blocks: Placed[]; headings: Found[] }> {
  const [blocks, headings]: [Placed[], Found[]] = [[], []];
  let offset = 0;
  const place = <N extends RootContent>(node: N) => ({
    node,
    start: offset + (node.position?.start.offset ?? 0),
    end: offset + (node.position?.end.offset ?? 0),
  });
  for await (const { text, tree } of parseInChunks(body)) {
    for (const node of tree.children) {
      blocks.push(place(node));
      headings.push(...nestedHeadings(node).map((heading) => ({ ...place(heading), top: heading === node })));
    }
    offset += text.length;
  }
  return { blocks, headings };
}

/** Rewrites a heading at another depth, without its number; a setext heading (underlined) becomes an ATX one. */
function atDepth(source: string, depth: number): string {
  const atx = /^#{1,6}(?:[ \t]|$)/.test(source);
  const text = atx ? source.replace(/^#{1,6}[ \t]*/, "") : source.replace(/\n[=-]+[ \t]*$/, "");
  return `${"#".repeat(Math.min(depth, 6))} ${text.replace(/\s*\n\s*/g, " ").replace(numbering, "")}`;
}

/** The depth of each heading: each is one below the nearest one above it that it stands under; the first level is 2. */
function depthsOf(headings: Found[]): number[] {
  const above: { was: number; is: number }[] = [];
  return headings.map(({ node, top }) => {
    if (!top) return Math.max(2, node.depth);
    while ((above.at(-1)?.was ?? 0) >= node.depth) above.pop();
    const is = Math.min(6, (above.at(-1)?.is ?? 1) + 1);
    above.push({ was: node.depth, is });
    return is;
  });
}

/** Headings that nothing stands under, and those that say the chapter's title again. */
function pointless(blocks: Placed[], isTitle: (text: string) => boolean): Placed[] {
  const found: Placed[] = [];
  let below = 0;
  for (const block of blocks.toReversed()) {
    const { node } = block;
    if (node.type !== "heading") below = Number.POSITIVE_INFINITY;
    else if (below <= node.depth || toText(node).trim() === "" || isTitle(toText(node))) found.push(block);
    else below = node.depth;
  }
  return found;
}

/** Puts the headings of a chapter's body in order: none at level 1, no level left out, no number, none without a text. */
export async function tidyHeadings(body: string, isTitle: (text: string) => boolean): Promise<string> {
  const given = await read(body);
  const shorter = pointless(given.blocks, isTitle).reduce(
    (text, { start, end }) => `${text.slice(0, start).trimEnd()}\n\n${withoutBlankLines(text.slice(end))}`,
    body,
  );
  const kept = withoutBlankLines(shorter).trimEnd();
  const { headings } = kept === body ? given : await read(kept);
  const depths = depthsOf(headings);
  return headings.reduceRight(
    (text, { start, end }, index) =>
      text.slice(0, start) + atDepth(text.slice(start, end), depths[index] ?? 2) + text.slice(end),
    kept,
  );
}
