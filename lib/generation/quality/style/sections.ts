import type { RootContent } from "mdast";
import { textOf } from "../../../document/nodes.ts";
import { wordsIn } from "../../../document/words.ts";
import { type Finding, sectionsOf } from "./prose.ts";

const minSectionWords = 8;
const holdsContent = new Set(["code", "math", "table", "list", "blockquote"]);

/** Finds sections in which no sentence stands, and nothing else that a section can be made for. */
export function findEmptySections(blocks: RootContent[]): Finding[] {
  const sections = sectionsOf(blocks);
  return sections.flatMap(({ heading, at, blocks: own }, index) => {
    const next = sections[index + 1]?.heading;
    const holdsSections = own.length === 0 && heading !== undefined && next !== undefined && next.depth > heading.depth;
    if (!heading || holdsSections || own.some(({ type }) => holdsContent.has(type))) return [];
    const words = own.reduce((sum, block) => sum + wordsIn(textOf(block)).length, 0);
    return words < minSectionWords ? [{ quote: textOf(heading), block: at }] : [];
  });
}

const label = /^[^.!?…:\n]{2,40}?[\s\u00a0\u202f]?:(?:\s|$)/u;
const maxLabelWords = 16;
const minLabels = 3;

/** Finds short lines that begin with a label (« Date de fin : … »), when they take the place of prose. */
export function findLabels(blocks: RootContent[]): Finding[] {
  const lines = blocks.flatMap((node, block) =>
    node.type === "paragraph"
      ? textOf(node)
          .split("\n")
          .map((quote) => ({ quote, block }))
      : [],
  );
  const labels = lines.filter(({ quote }) => label.test(quote.trimStart()) && wordsIn(quote).length <= maxLabelWords);
  return labels.length >= minLabels && labels.length > lines.length / 2 ? labels : [];
}
