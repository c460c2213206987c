import type { Nodes } from "mdast";
import { childrenOf, textOf } from "../../document/nodes.ts";
import { isVerse } from "../../document/prose/verse.ts";

const lineCount = (node: Nodes) => textOf(node).trim().split("\n").length;

/** Verse, and what its author broke, has lines to keep; what was wrapped at a margin has none. */
const hasLines = (node: Nodes) => childrenOf(node).some(({ type }) => type === "break") || isVerse(textOf(node).trim());

const containers = new Set(["list", "listItem", "table", "tableRow", "blockquote", "footnoteDefinition"]);

/** What of a node's own a translation keeps. */
function tagOf(node: Nodes): string {
  if (node.type === "heading") return `heading ${node.depth}`;
  if (node.type === "list") return node.ordered ? `list from ${node.start ?? 1}` : "list";
  if (node.type === "listItem") return `item ${node.checked ?? ""}`;
  if (node.type === "footnoteDefinition") return `note ${node.identifier}`;
  return node.type;
}

/**
 * Whether a translated block has the structure of its original: levels of headings, items of lists, rows and cells, what
 * stands in a quotation or a note, lines of verse.
 */
export function keepsShape(before: Nodes, after: Nodes): boolean {
  if (tagOf(before) !== tagOf(after)) return false;
  if (before.type === "paragraph") return !hasLines(before) || lineCount(before) === lineCount(after);
  if (!containers.has(before.type)) return true;
  const [old, next] = [childrenOf(before), childrenOf(after)];
  return (
    old.length === next.length &&
    old.every((child, index) => {
      const other = next[index];
      return other !== undefined && keepsShape(child, other);
    })
  );
}

const stressed = new Set(["emphasis", "strong", "delete"]);
const stressesIn = (node: Nodes): number =>
  childrenOf(node).reduce((sum, child) => sum + stressesIn(child), stressed.has(node.type) ? 1 : 0);

/** A borrowed word in italics may be at home in the other language. */
const minStressedShare = 0.5;

/** Whether the italics and bold of a block are mostly there. */
export const keepsStresses = (before: Nodes, after: Nodes): boolean =>
  stressesIn(after) >= stressesIn(before) * minStressedShare;
