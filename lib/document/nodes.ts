import type { Heading, List, Nodes, RootContent } from "mdast";

export const spanOf = (node: Nodes): { start: number; end: number } => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

export const isHeading = (node: RootContent, depth?: number): node is Heading =>
  node.type === "heading" && (depth === undefined || node.depth === depth);

export const childrenOf = (node: Nodes): Nodes[] => ("children" in node ? node.children : []);

/** The lists in a node, an outer one before those in it. */
export const listsOf = (node: Nodes): List[] => [
  ...(node.type === "list" ? [node] : []),
  ...childrenOf(node).flatMap((child) => listsOf(child)),
];

const joined = (nodes: Nodes[]): string => nodes.map((node) => textOf(node)).join("");

const textBlocks = new Set(["paragraph", "heading", "tableCell", "code", "math"]);

export function textBlocksOf(node: Nodes): Nodes[] {
  if (textBlocks.has(node.type)) return [node];
  return childrenOf(node).flatMap((child) => textBlocksOf(child));
}

/** Leaves out markup, HTML and images; each block is on a line of its own. */
export function textOf(node: Nodes): string {
  if (node.type === "html") return "";
  if (node.type === "break") return "\n";
  if ("value" in node) return node.value;
  const isTextBlock = textBlocks.has(node.type) || childrenOf(node).every((child) => textBlocksOf(child).length === 0);
  return isTextBlock
    ? joined(childrenOf(node))
    : textBlocksOf(node)
        .map((block) => textOf(block))
        .join("\n");
}
