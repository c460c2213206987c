import { toOneLine } from "../../contract/text.ts";
import { textOf } from "../../document/nodes.ts";
import { blocksOf } from "../../document/tree.ts";

/** The text of a heading, without its markup and the calls of its notes. */
export async function fromMarkdownTitle(source: string): Promise<string> {
  const { blocks } = await blocksOf(`# ${source.replace(/\[\^[^\s[\]]{1,255}\]/g, "")}`, false);
  return toOneLine(blocks.map(({ node }) => textOf(node)).join(" ")) || toOneLine(source);
}
