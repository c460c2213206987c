import type { Heading } from "mdast";
import type { Block, Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { headingAtDepth, headingsOf, maxHeadingDepth } from "../../document/headings.ts";
import { isHeading, spanOf, textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { EditRecord } from "./edits.ts";
import { numberedWords } from "./phrases/other-languages.ts";

/** A heading's number: « Chapitre 3 : », « Section II. », « 1.2 », « 3) ». */
const numbering = new RegExp(
  String.raw`^(#+ (?:\*\*|__)?)(?:(?:chapitre|chapter|section|partie|part|${numberedWords})\s+(?:\d{1,2}|[ivx]{1,5})(?:\.\d{1,2})*\s*[:.)–—-]+\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+|\d{1,2}[.)]\s+)(?=\S)`,
  "i",
);

/** Keeps the indentation of the first line, which may make it code. */
export function withoutBlankLines(text: string): string {
  const first = text.length - text.trimStart().length;
  return text.slice(text.lastIndexOf("\n", first - 1) + 1);
}

const written = (source: string, depth: number): string =>
  headingAtDepth(source, Math.min(depth, maxHeadingDepth)).replace(/^(#+)[ \t]*/, "$1 ");

/** Puts each heading one level below the one that it stands under, from level 2. */
function depthsOf(headings: Heading[], top: Set<Heading>): number[] {
  const above: { was: number; is: number }[] = [];
  return headings.map((heading) => {
    const { depth } = heading;
    if (!top.has(heading)) return Math.max(2, depth);
    while ((above.at(-1)?.was ?? 0) >= depth) above.pop();
    const is = Math.min(maxHeadingDepth, (above.at(-1)?.is ?? 1) + 1);
    above.push({ was: depth, is });
    return is;
  });
}

/** Finds headings without a text below them, and those that repeat the chapter's title. */
function findPointless({ blocks }: Document, isTitle: (text: string) => boolean): Block[] {
  const found: Block[] = [];
  let below = 0;
  for (const block of blocks.toReversed()) {
    const { node } = block;
    if (node.type !== "heading") below = Number.POSITIVE_INFINITY;
    else if (below <= node.depth || textOf(node).trim() === "" || isTitle(textOf(node))) found.push(block);
    else below = node.depth;
  }
  return found;
}

export function withoutBlocks({ source, blocks }: Document, dropped: Block[]): string {
  if (dropped.length === 0) return source;
  const gone = new Set(dropped);
  const parts: string[] = [];
  let at = 0;
  for (const block of blocks) {
    if (!gone.has(block)) continue;
    parts.push(source.slice(at, block.start).trimEnd(), "\n\n");
    const rest = source.slice(block.end, block.end + 1000);
    at = block.end + rest.length - withoutBlankLines(rest).length;
  }
  return withoutBlankLines(parts.join("") + source.slice(at)).trimEnd();
}

function editHeadings(document: Document, change: (heading: string, index: number) => string): string {
  const edits = headingsOf(document).map((heading, index) => {
    const { start, end } = spanOf(heading);
    return { start, end, by: change(document.source.slice(start, end), index) };
  });
  return applyEdits(document.source, edits);
}

/**
 * Leaves no heading at level 1, no gap between levels, no number, and no heading without a text. The level of a heading is
 * its place in the book, and not on record.
 */
export async function tidyHeadings(
  body: Document,
  isTitle: (text: string) => boolean,
  record: EditRecord = new EditRecord(),
): Promise<string> {
  const shorter = record.record("heading", body.source, withoutBlocks(body, findPointless(body, isTitle)));
  const kept = shorter === body.source ? body : await openDocument(shorter);
  const top = new Set(kept.blocks.flatMap(({ node }) => (isHeading(node) ? [node] : [])));
  const depths = depthsOf(headingsOf(kept), top);
  const levelled = editHeadings(kept, (source, index) => written(source, depths[index] ?? 2));
  const read = await openDocument(levelled);
  return record.record(
    "heading",
    levelled,
    editHeadings(read, (source) => source.replace(numbering, "$1")),
  );
}
