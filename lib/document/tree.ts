import type { Nodes, Root } from "mdast";
import type { Block } from "./document.ts";
import { spanOf } from "./nodes.ts";
import { isParsable, toTree } from "./parse.ts";
import { plainBlocks } from "./plain.ts";
import { wordsOf } from "./words.ts";

/** A tree of more nodes costs too much to hand from thread to thread. */
export const maxNodes = 40_000;

function remainingOf(node: Nodes, limit: number): number {
  let remaining = limit - 1;
  if ("children" in node)
    for (const child of node.children) if (remaining >= 0) remaining = remainingOf(child, remaining);
  return remaining;
}

export async function treeOf(source: string, plain: boolean): Promise<Root | undefined> {
  if (plain || !isParsable(source)) return undefined;
  const tree = await toTree(source);
  return remainingOf(tree, maxNodes) < 0 ? undefined : tree;
}

export async function blocksOf(source: string, plain: boolean): Promise<{ plain: boolean; blocks: Block[] }> {
  const tree = await treeOf(source, plain);
  if (!tree) return { plain: true, blocks: plainBlocks(source) };
  const blocks = tree.children.map((node) => ({ ...spanOf(node), words: wordsOf(node), node }));
  return { plain: false, blocks };
}
