import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  type Table,
  TableOfContents,
  TextRun,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { digitalSourceType } from "../edition.ts";
import { labelsIn } from "../labels.ts";
import type { BookText } from "../text/book-text.ts";
import type { ChapterText } from "../text/chapter-text.ts";
import { shortTitle } from "../text/clean-text.ts";
import { Blocks } from "./blocks.ts";
import type { ReferTo } from "./inlines.ts";
import { Numbering } from "./numbering.ts";
import { stylesIn } from "./styles.ts";

/** Laying out more takes longer than making the rest; Word then offers to number the contents itself. */
const maxEstimated = 200_000;

type Footnotes = Record<string, { children: Paragraph[] }>;

/** Numbers the notes of a chapter after those of the chapters before it, as Word does. */
function referInChapter(before: number): ReferTo {
  const seen = new Set<string>();
  return (identifier) => {
    const again = seen.has(identifier);
    seen.add(identifier);
    return { number: before + Number(identifier), again };
  };
}

type Writing = { numbering: Numbering; footnotes: Footnotes };

function writeChapter(
  { title, children, notes }: ChapterText,
  { numbering, footnotes }: Writing,
): (Paragraph | Table)[] {
  const before = Object.keys(footnotes).length;
  const blocks = new Blocks(referInChapter(before), numbering);
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [new TextRun(title)],
  });
  const written = [heading, ...blocks.chapter(children)];
  for (const note of notes) footnotes[before + note.number] = { children: blocks.note(note.children) };
  return written;
}

const centered = (children: TextRun[]) => new Paragraph({ alignment: AlignmentType.CENTER, children });

function frontOf({ title, language }: BookText): ISectionOptions {
  const { contents } = labelsIn[language];
  return {
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
      new Paragraph({ style: "TOCHeading", pageBreakBefore: true, children: [new TextRun(contents)] }),
      new TableOfContents(contents, { hyperlink: true, headingStyleRange: "1-2" }),
    ],
  };
}

function textOf(book: BookText, writing: Writing): ISectionOptions {
  const children = book.chapters.flatMap((chapter) => writeChapter(chapter, writing));
  const colophon =
    book.colophon === undefined
      ? []
      : [new Paragraph({ pageBreakBefore: true, children: [new TextRun({ text: book.colophon, italics: true })] })];
  return {
    properties: { type: SectionType.CONTINUOUS },
    headers: {
      default: new Header({ children: [centered([new TextRun({ text: shortTitle(book.title), size: 18 })])] }),
    },
    footers: {
      default: new Footer({ children: [centered([new TextRun({ children: [PageNumber.CURRENT], size: 18 })])] }),
    },
    children: [...children, ...colophon],
  };
}

/** Makes a DOCX. Call it in a thread. */
export async function writeDocx(book: BookText): Promise<Uint8Array> {
  const writing = { numbering: new Numbering(), footnotes: {} };
  const text = textOf(book, writing);
  const document = new Document({
    title: book.title,
    subject: book.subject,
    description: book.description,
    hyphenation: { autoHyphenation: true },
    creator: "",
    lastModifiedBy: "",
    customProperties: book.byModel ? [{ name: "DigitalSourceType", value: digitalSourceType }] : [],
    styles: stylesIn(book.language),
    numbering: { config: writing.numbering.config },
    footnotes: writing.footnotes,
    ...(book.characters <= maxEstimated && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [frontOf(book), text],
  });
  return Packer.pack(document, "uint8array");
}
