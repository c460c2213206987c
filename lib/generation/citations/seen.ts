import type { Heading, Nodes, Paragraph, TableCell } from "mdast";

export type Line = Paragraph | Heading | TableCell;

/** Stands for a piece of code in the visible text of a line. */
export const codeMark = "\ufffc";

/** Reads the visible text of a line, its texts and codes as written, and whether it leads anywhere. */
export function seenOf(line: Line, source: string) {
  const texts: string[] = [];
  const codes: string[] = [];
  let leads = false;
  const raw = (node: Nodes) => source.slice(node.position?.start.offset, node.position?.end.offset);
  const walk = (node: Nodes): string => {
    if (node.type === "text") {
      texts.push(raw(node));
      return node.value;
    }
    if (node.type === "inlineCode") {
      codes.push(raw(node));
      return codeMark;
    }
    if (node.type === "break") return "\n";
    leads ||= /^(?:link|image|html|footnote)/.test(node.type);
    return "children" in node ? node.children.map((child) => walk(child)).join("") : "";
  };
  const value = walk(line);
  return { value, texts, codes, leads };
}

/** Escapes all Markdown but the marks of citations. */
export const escaped = (text: string): string =>
  text
    .replace(/(?<!\s)\s*\n\s*/g, " ")
    .replace(/[\\`*_{}[\]<>()#+.!|~&:@-]/g, "\\$&")
    .replace(/\\\[S(\d{1,4})\\\]/g, "[S$1]");
