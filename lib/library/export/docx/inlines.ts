import { ExternalHyperlink, FootnoteReferenceRun, type IRunOptions, type ParagraphChild, TextRun } from "docx";
import type { Nodes } from "mdast";

/** @returns the number in the book of a chapter's note, and whether it has been referred to before */
export type ReferTo = (identifier: string) => { number: number; again: boolean } | undefined;

function reference(identifier: string, referTo: ReferTo): ParagraphChild[] {
  const found = referTo(identifier);
  if (!found) return [];
  // Word would number a second reference anew, and print the note twice.
  if (found.again) return [new TextRun({ text: String(found.number), superScript: true })];
  return [new FootnoteReferenceRun(found.number)];
}

/** @param format what the nodes around it ask for */
export function writeInline(node: Nodes, referTo: ReferTo, format: IRunOptions = {}): ParagraphChild[] {
  const inside = (more: IRunOptions) => ({ ...format, ...more });
  switch (node.type) {
    case "text":
      return [new TextRun({ ...format, text: node.value.replaceAll("\n", " ") })];
    case "inlineCode":
      return [new TextRun({ ...format, style: "CodeInline", text: node.value.replaceAll("\n", " ") })];
    case "break":
      return [new TextRun({ break: 1 })];
    case "footnoteReference":
      return reference(node.identifier, referTo);
    case "emphasis":
      return writeInlines(node.children, referTo, inside({ italics: true }));
    case "strong":
      return writeInlines(node.children, referTo, inside({ bold: true }));
    case "delete":
      return writeInlines(node.children, referTo, inside({ strike: true }));
    case "link": {
      const children = writeInlines(node.children, referTo, inside({ style: "Hyperlink" }));
      return [new ExternalHyperlink({ link: node.url, children })];
    }
    default:
      return "children" in node ? writeInlines(node.children, referTo, format) : [];
  }
}

export const writeInlines = (nodes: Nodes[], referTo: ReferTo, format: IRunOptions = {}): ParagraphChild[] =>
  nodes.flatMap((node) => writeInline(node, referTo, format));
