// Runs in the threads of the pool, which starts it as native TypeScript by its path.
import type { Block } from "./document.ts";
import { type Rendered, renderText } from "./render.ts";
import { blocksOf } from "./tree.ts";

type Task = { source: string; plain: boolean };

/** Lines and columns are half of a tree's size, and are not used. */
const withoutLines = (key: string, value: unknown) => (key === "line" || key === "column" ? undefined : value);

/** @returns JSON, which takes half as long to hand over as the tree itself */
export function parse({ source, plain }: Task): string {
  return JSON.stringify(blocksOf(source, plain) satisfies { plain: boolean; blocks: Block[] }, withoutLines);
}

export const render = ({ source, plain, title }: Task & { title: string }): Rendered =>
  renderText(source, { title, plain });
