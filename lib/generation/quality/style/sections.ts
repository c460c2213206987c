import type { RootContent } from "mdast";
import { textOf } from "../../../document/nodes.ts";
import { wordsIn } from "../../../document/words.ts";
import { sectionsOf } from "./prose.ts";

const minSectionWords = 8;
const holdsContent = new Set(["code", "math", "table", "list", "blockquote"]);

/** Finds sections in which no sentence stands, and nothing else that a section can be made for. */
export function findEmptySections(blocks: RootContent[]): string[] {
  const sections = sectionsOf(blocks);
  return sections.flatMap(({ heading, blocks: own }, at) => {
    const next = sections[at + 1]?.heading;
    const holdsSections = own.length === 0 && heading !== undefined && next !== undefined && next.depth > heading.depth;
    if (!heading || holdsSections || own.some(({ type }) => holdsContent.has(type))) return [];
    const words = own.reduce((sum, block) => sum + wordsIn(textOf(block)).length, 0);
    return words < minSectionWords ? [textOf(heading)] : [];
  });
}

const label = /^[^.!?…:\n]{2,40}?[\s\u00a0\u202f]?:(?:\s|$)/u;
const maxLabelWords = 16;
const minLabels = 3;

/** Finds short lines that begin with a label (« Date de fin : … »), when they take the place of prose. */
export function findLabels(blocks: RootContent[]): string[] {
  const paragraphs = blocks.filter(({ type }) => type === "paragraph");
  const lines = paragraphs.flatMap((paragraph) => textOf(paragraph).split("\n"));
  const labels = lines.filter((line) => label.test(line.trimStart()) && wordsIn(line).length <= maxLabelWords);
  return labels.length >= minLabels && labels.length > lines.length / 2 ? labels : [];
}
