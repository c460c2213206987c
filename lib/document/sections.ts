import type { Document, Passage } from "./document.ts";
import { isHeading } from "./nodes.ts";

/** Makes a section of the text before the first « ## »; the H1 belongs to none. */
export function sectionsOf({ blocks }: Document): Passage[] {
  const sections: Passage[] = [];
  for (const { start, end, words, node } of blocks) {
    if (isHeading(node, 1)) continue;
    const open = sections.at(-1);
    if (!open || isHeading(node, 2)) sections.push({ start, end, words });
    else Object.assign(open, { end, words: open.words + words });
  }
  return sections;
}
