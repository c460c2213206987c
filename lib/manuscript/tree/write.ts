import type { Nodes, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { toMarkdown } from "mdast-util-to-markdown";

/** Escapes what would be read as markup, formulas included. */
export const writeBlocks = (children: RootContent[]): string =>
  toMarkdown(
    { type: "root", children },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
      bullet: "-",
      rule: "-",
      listItemIndent: "one",
    },
  );

export const writeHeading = (title: string): string =>
  writeBlocks([{ type: "heading", depth: 1, children: [{ type: "text", value: title }] }]);

export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* nodesOf(child);
}
