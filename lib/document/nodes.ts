import type { Heading, Nodes, RootContent } from "mdast";

/** Where a node stands in its source. */
export const spanOf = (node: Nodes): { start: number; end: number } => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

export const isHeading = (node: RootContent, depth?: number): node is Heading =>
  node.type === "heading" && (depth === undefined || node.depth === depth);

/** The children of a node; none for a leaf. */
export const childrenOf = (node: Nodes): Nodes[] => ("children" in node ? node.children : []);

const joined = (nodes: Nodes[]): string => nodes.map((node) => textOf(node)).join("");

/** Blocks whose own children are text; every other block holds blocks. */
const lines = new Set(["paragraph", "heading", "tableCell", "code", "math"]);

/** The blocks under a node, itself included, that hold text: paragraphs, headings, cells, code. */
export function linesOf(node: Nodes): Nodes[] {
  if (lines.has(node.type)) return [node];
  return childrenOf(node).flatMap((child) => linesOf(child));
}

/** What a node says, without its markup, its HTML and what stands for an image; its blocks on lines of their own. */
export function textOf(node: Nodes): string {
  if (node.type === "html") return "";
  if (node.type === "break") return "\n";
  if ("value" in node) return node.value;
  const isLine = lines.has(node.type) || childrenOf(node).every((child) => linesOf(child).length === 0);
  return isLine
    ? joined(childrenOf(node))
    : linesOf(node)
        .map((line) => textOf(line))
        .join("\n");
}
