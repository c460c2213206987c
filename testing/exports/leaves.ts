import type { Nodes } from "mdast";
import { withNamedTags } from "#lib/document/named-tags.ts";
import { childrenOf } from "#lib/document/nodes.ts";
import { openDocument } from "#lib/document/open.ts";

const bare = (text: string) => text.replace(/[\s\u200b]+/g, "");

function leavesIn(node: Nodes): string[] {
  if (node.type === "html" || node.type === "definition") return [];
  if (node.type === "image" || node.type === "imageReference") return [node.alt ?? ""];
  return "value" in node ? [node.value] : childrenOf(node).flatMap(leavesIn);
}

/** The pieces of a chapter's text in their order, without white space; its notes are last. */
export async function leavesOf(content: string): Promise<string[]> {
  const { blocks } = await openDocument(content);
  const { children } = withNamedTags({ type: "root", children: blocks.map(({ node }) => node) });
  const isNote = ({ type }: Nodes) => type === "footnoteDefinition";
  const inOrder = [...children.filter((node) => !isNote(node)), ...children.filter(isNote)];
  return inOrder
    .flatMap(leavesIn)
    .map(bare)
    .filter((leaf) => leaf !== "");
}

/** @returns the pieces that `text` lacks in their order, and what it has besides, white space aside */
export function compareWith(text: string, leaves: string[]): { missing: string[]; besides: string } {
  const shown = bare(text);
  const missing: string[] = [];
  const besides: string[] = [];
  let at = 0;
  for (const leaf of leaves) {
    const found = shown.indexOf(leaf, at);
    if (found < 0) missing.push(leaf);
    else {
      besides.push(shown.slice(at, found));
      at = found + leaf.length;
    }
  }
  return { missing, besides: besides.join("") + shown.slice(at) };
}
