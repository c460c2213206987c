import { AlignmentType, HeadingLevel, type IParagraphOptions, Paragraph, type Table, TextRun } from "docx";
import type { List, ListItem, Nodes, Paragraph as ParagraphNode, RootContent } from "mdast";
import { childrenOf } from "../../../document/nodes.ts";
import { type ReferTo, writeInlines } from "./inlines.ts";
import { indentStep, maxListLevel, type Numbering } from "./numbering.ts";
import { tableLines, writeTable } from "./tables.ts";

type Block = Paragraph | Table;

/** What stands around a block. `indents` counts lists and quotations; `format` is what a paragraph of it is written with. */
type Place = { style: string; indents: number; listLevel: number; inNote: boolean; format?: IParagraphOptions };

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

const hasBreak = (node: Nodes): boolean => node.type === "break" || childrenOf(node).some(hasBreak);

/** Makes paragraphs of Word of the blocks of a chapter. */
export class Blocks {
  readonly #referTo: ReferTo;
  readonly #numbering: Numbering;

  constructor(referTo: ReferTo, numbering: Numbering) {
    this.#referTo = referTo;
    this.#numbering = numbering;
  }

  chapter(children: RootContent[]): Block[] {
    return this.#all(children, { style: "BodyText", indents: 0, listLevel: 0, inNote: false });
  }

  note(children: RootContent[]): Paragraph[] {
    const place = { style: "FootnoteText", indents: 0, listLevel: 0, inNote: true };
    const written = this.#all(children, place).filter((block) => block instanceof Paragraph);
    return written.length > 0 ? written : [new Paragraph({ style: "FootnoteText" })];
  }

  #all(nodes: Nodes[], place: Place): Block[] {
    return nodes.flatMap((node) => this.#write(node, place));
  }

  #paragraph(children: IParagraphOptions["children"], { style, indents, format }: Place): Paragraph {
    const indent = indents > 0 ? { indent: { left: indents * indentStep } } : {};
    return new Paragraph({ style, ...indent, ...format, ...(children && { children }) });
  }

  #write(node: Nodes, place: Place): Block[] {
    switch (node.type) {
      case "paragraph":
        return [this.#text(node, place)];
      case "heading": {
        const heading = headings[node.depth - 1] ?? HeadingLevel.HEADING_6;
        return [new Paragraph({ heading, children: writeInlines(node.children, this.#referTo) })];
      }
      case "code":
        return [this.#code(node.value, place)];
      case "thematicBreak":
        return [new Paragraph({ style: "BodyText", alignment: AlignmentType.CENTER, children: [new TextRun("⁂")] })];
      case "table":
        return place.inNote ? tableLines(node, this.#referTo) : [writeTable(node, this.#referTo), new Paragraph({})];
      case "list":
        return this.#list(node, place);
      case "blockquote": {
        const style = place.inNote ? place.style : "Quote";
        return this.#all(node.children, { ...place, style, indents: place.indents + 1 });
      }
      default:
        return "children" in node ? this.#all(node.children, place) : [];
    }
  }

  /** A line that ends with a break would be stretched to the margin. */
  #text(node: ParagraphNode, place: Place): Paragraph {
    const format = hasBreak(node) ? { alignment: AlignmentType.LEFT, ...place.format } : place.format;
    return this.#paragraph(writeInlines(node.children, this.#referTo), { ...place, ...(format && { format }) });
  }

  #code(value: string, place: Place): Paragraph {
    const runs = value.split("\n").map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }));
    return this.#paragraph(runs, { ...place, style: "Code" });
  }

  #list({ ordered, start, children }: List, place: Place): Block[] {
    const numbers = this.#numbering.list({ ordered: ordered ?? false, start: start ?? 1 });
    return children.flatMap((item) => this.#item(item, place, numbers));
  }

  /** The first paragraph of an item has its number; what follows stands below it. */
  #item({ children, checked }: ListItem, place: Place, numbers: ReturnType<Numbering["list"]>): Block[] {
    const style = place.inNote ? place.style : "ListParagraph";
    const level = Math.min(place.listLevel, maxListLevel);
    const left = (place.indents + 1) * indentStep;
    const below = { style, indents: place.indents + 1, listLevel: place.listLevel + 1, inNote: place.inNote };
    const isTask = typeof checked === "boolean";
    const mark = isTask ? [new TextRun(checked ? "☑ " : "☐ ")] : [];
    const hanging = { indent: { left, hanging: indentStep } };
    const format = isTask ? hanging : { numbering: numbers(level), ...hanging };
    const [first, ...others] = children;
    const hasText = first?.type === "paragraph";
    const text = hasText ? writeInlines(first.children, this.#referTo) : [];
    const head = this.#paragraph([...mark, ...text], { ...below, format });
    return [head, ...this.#all(hasText ? others : children, below)];
  }
}
