import type { Nodes, Root } from "mdast";
import type { Block } from "./document.ts";
import { spanOf } from "./nodes.ts";
import { isParsable, toTree } from "./parse.ts";
import { plainBlocks } from "./plain.ts";
import { wordsOf } from "./words.ts";

/** More nodes than this are not handed from thread to thread. */
export const maxNodes = 40_000;

/** @returns the nodes that are left of `limit`; below 0 when there are more */
function leftOf(node: Nodes, limit: number): number {
  let left = limit - 1;
  if ("children" in node) for (const child of node.children) if (left >= 0) left = leftOf(child, left);
  return left;
}

/** A text's tree, unless its bounds forbid it. */
export function treeOf(source: string, plain: boolean): Root | undefined {
  if (plain || !isParsable(source)) return undefined;
  const tree = toTree(source);
  return leftOf(tree, maxNodes) < 0 ? undefined : tree;
}

/** The blocks of a text: of its tree, or of the plain text that it is taken for. */
export function blocksOf(source: string, plain: boolean): { plain: boolean; blocks: Block[] } {
  const tree = treeOf(source, plain);
  if (!tree) return { plain: true, blocks: plainBlocks(source) };
  const blocks = tree.children.map((node) => ({ ...spanOf(node), words: wordsOf(node), node }));
  return { plain: false, blocks };
}
