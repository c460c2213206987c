import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { withNamedTags } from "../../../document/named-tags.ts";
import { textOf } from "../../../document/nodes.ts";
import { plainBlocks } from "../../../document/plain.ts";
import { withoutTitle } from "../../../document/repeated-title.ts";
import { treeOf } from "../../../document/tree.ts";
import type { ChapterText } from "./chapter-text.ts";
import { definitionsIn } from "./chapter-text.ts";
import { cleanNode } from "./clean.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { Notes } from "./notes.ts";

/** A text that no parser is given keeps its lines. */
function withLines(text: string): Paragraph {
  const lines = cleanText(text).split("\n");
  const children = lines.flatMap((value, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: "break" } as const] : []),
    ...(value === "" ? [] : [{ type: "text", value } as const]),
  ]);
  return { type: "paragraph", children };
}

/** Keeps headings below the chapter's own, and leaves out no level. */
function withLevels(nodes: RootContent[]): RootContent[] {
  let above = 1;
  return nodes.map((node) => {
    if (node.type !== "heading") return node;
    above = Math.min(Math.max(node.depth, 2), above + 1);
    return { ...node, depth: above as Heading["depth"] };
  });
}

function readTree(root: Root): Pick<ChapterText, "children" | "notes"> {
  const definitions = definitionsIn(root);
  const notes = new Notes(definitions);
  const cleaning = { definitions, refer: (identifier: string) => notes.refer(identifier) };
  const place = { depth: 0, inLink: false, atTop: true };
  const children = root.children.flatMap((node) => cleanNode(node, cleaning, place)) as RootContent[];
  return { children: withLevels(children), notes: notes.all() };
}

/** @param untitled what a chapter without a title is called. Call it in a thread. */
export async function readChapter(
  { title, content }: { title: string; content: string },
  untitled: string,
): Promise<ChapterText> {
  const named = cleanLine(title) || untitled;
  const tree = await treeOf(content, false);
  if (tree) return { title: named, ...readTree(withNamedTags(withoutTitle(tree, title))) };
  const children = plainBlocks(content).map(({ node }) => withLines(textOf(node)));
  return { title: named, children, notes: [] };
}
