import type { BlockContent, FootnoteDefinition, Root, RootContent } from "mdast";

/** A note of a chapter. A reference to it has its number for an identifier. */
export type Note = { number: number; children: BlockContent[] };

/**
 * A chapter as every file writes it: without raw HTML, images, formulas, references to be resolved or letters that XML
 * refuses; links lead to the Web; headings stand at the top alone, from level 2 on, and none is skipped.
 */
export type ChapterText = { title: string; children: RootContent[]; notes: Note[] };

/** Where references lead. The first definition of a name holds. */
export type Definitions = { addresses: Map<string, string>; notes: Map<string, FootnoteDefinition> };

export function definitionsIn(root: Root): Definitions {
  const found: Definitions = { addresses: new Map(), notes: new Map() };
  const search = (node: Root | RootContent): void => {
    if (node.type === "definition" && !found.addresses.has(node.identifier))
      found.addresses.set(node.identifier, node.url);
    if (node.type === "footnoteDefinition" && !found.notes.has(node.identifier)) found.notes.set(node.identifier, node);
    if ("children" in node) for (const child of node.children) search(child);
  };
  search(root);
  return found;
}
