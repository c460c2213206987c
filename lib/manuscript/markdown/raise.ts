import { applyEdits } from "../../document/edit.ts";
import { headingAtDepth, headingsOf, maxHeadingDepth } from "../../document/headings.ts";
import { spanOf } from "../../document/nodes.ts";
import { blocksOf } from "../../document/tree.ts";
import { headingsIn } from "./headings.ts";
import { linesOf } from "./lines.ts";

type Span = { depth: number; start: number; end: number };

async function findHeadings(source: string): Promise<Span[]> {
  const { plain, blocks } = await blocksOf(source, false);
  if (plain) return headingsIn(linesOf(source)).map(({ level, start, end }) => ({ depth: level, start, end }));
  return headingsOf({ source, plain, words: 0, blocks }).map((heading) => ({
    depth: heading.depth,
    ...spanOf(heading),
  }));
}

/** Makes the heading that a chapter begins with its one H1, and brings the others along. */
export async function raiseHeadings(source: string, level: number): Promise<string> {
  const headings = await findHeadings(source);
  const edits = headings.map(({ depth, start, end }, index) => {
    const isTitle = index === 0 && source.slice(0, start).trim() === "";
    const wanted = isTitle ? 1 : Math.min(maxHeadingDepth, Math.max(2, depth - level + 1));
    return {
      start,
      end,
      by: wanted === depth ? source.slice(start, end) : headingAtDepth(source.slice(start, end), wanted),
    };
  });
  return applyEdits(source, edits);
}
