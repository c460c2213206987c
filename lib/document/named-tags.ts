import type { Html, PhrasingContent, Root, RootContent } from "mdast";

const bare = /^<(\/?)([a-z][\w-]*)>$/i;
const lineBreak = /^<br\s*\/?>$/i;

/** The tags without a partner among their siblings, in any order. */
function withoutPartner(tags: Html[]): Set<Html> {
  const alone = new Set<Html>();
  const open = new Map<string, Html[]>();
  for (const tag of tags) {
    const [, slash, name = ""] = /^<(\/?)([a-z][\w-]*)/i.exec(tag.value) ?? [];
    const same = open.get(name.toLowerCase()) ?? [];
    open.set(name.toLowerCase(), same);
    if (slash && same.length > 0) alone.delete(same.pop() ?? tag);
    else if (bare.test(tag.value)) alone.add(tag);
    if (!slash) same.push(tag);
  }
  return alone;
}

function inLine(children: PhrasingContent[]): PhrasingContent[] {
  const alone = withoutPartner(children.filter((child) => child.type === "html"));
  return children.map((child): PhrasingContent => {
    if (child.type === "html" && lineBreak.test(child.value)) return { type: "break" };
    if (child.type === "html" && alone.has(child)) return { type: "text", value: child.value };
    return "children" in child ? { ...child, children: inLine(child.children) } : child;
  });
}

function inBlock<Block extends RootContent>(block: Block): Block {
  if (block.type === "paragraph" || block.type === "heading" || block.type === "tableCell")
    return { ...block, children: inLine(block.children) };
  return "children" in block ? { ...block, children: block.children.map((child) => inBlock(child)) } : block;
}

/**
 * Makes text of the tags that a sentence names, as in « la balise <em> » or « List<String> ». Markup comes in pairs or
 * with attributes, and stays.
 */
export const withNamedTags = (root: Root): Root => ({ ...root, children: root.children.map(inBlock) });
