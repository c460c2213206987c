// Runs in the threads of the pool, which starts it as native TypeScript by its path.
import type { Rendered } from "./render.ts";
import { blocksOf } from "./tree.ts";

type Task = { source: string; plain: boolean };

/** Lines and columns are half of a tree's size, and are not used. */
const withoutLines = (key: string, value: unknown) => (key === "line" || key === "column" ? undefined : value);

/** @returns JSON of the blocks, which takes half as long to hand over as the tree itself */
export const parse = async ({ source, plain }: Task): Promise<string> =>
  JSON.stringify(await blocksOf(source, plain), withoutLines);

/** Loads what renders with the first text to render: most threads only parse. */
export async function render({ source, plain, title }: Task & { title: string }): Promise<Rendered> {
  const { renderText } = await import("./render.ts");
  return renderText(source, { title, plain });
}
