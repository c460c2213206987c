import type { RootContent } from "mdast";
import { foldText } from "../../contract/outline.ts";
import type { Block, Document } from "../../document/document.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import type { EditRecord } from "./edits.ts";
import { withoutBlankLines } from "./headings.ts";

/** What a chapter is called, and what its outline says of it. */
export type ChapterNames = { title: string; bookTitle?: string | undefined; plan?: string[] };

const number = "(?:\\d{1,3}|[ivx]{1,6})";
const spelled = "(?:premiere?|un|deux|trois|quatre|cinq|one|two|three|four|five|six|seven|eight|nine|ten)";
const chapter = "(?:chapitre|chapter|chap|partie|part|section)(?: n| no)?";
const numbering = new RegExp(`^(?:${number}|${chapter}(?: (?:${number}|${spelled}))?)$`);
const bareChapter = new RegExp(`^(?:chapitre|chapter|chap)(?: n| no)? (?:${number}|${spelled})$`);

/** Accepts a number, and the book's title, before it: « Chapitre 3 : … ». */
export function isTitle(text: string, { title, bookTitle = "" }: ChapterNames): boolean {
  const [written, wanted, book] = [foldText(text), foldText(title), foldText(bookTitle)];
  if (written === wanted) return true;
  if (wanted === "" || !written.endsWith(` ${wanted}`)) return false;
  const before = written.slice(0, -wanted.length).trim();
  const own = book !== "" && before.startsWith(book) ? before.slice(book.length).trim() : before;
  return own === "" || numbering.test(own);
}

/** A heading, or a line in bold that stands for one. */
export const isTitleLike = (node: RootContent): boolean =>
  node.type === "heading" ||
  (node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "strong");

const nextOf = (blocks: Block[], index: number): RootContent | undefined => {
  const next = blocks[index + 1]?.node;
  return next?.type === "thematicBreak" ? blocks[index + 2]?.node : next;
};

/** The book's title heads a chapter only above the chapter's own, or in its place. */
function isBookTitle(node: RootContent, next: RootContent | undefined, { bookTitle = "" }: ChapterNames): boolean {
  const isBooks = foldText(bookTitle) !== "" && foldText(textOf(node)) === foldText(bookTitle);
  return isBooks && (isHeading(node, 1) || (next !== undefined && isTitleLike(next)));
}

const listItem = /^\s*\d{1,3}[.)]\s/;

/**
 * Finds where a text begins after the title that is its first line; the first item of a list is none, nor is a verse: a
 * title without its number counts in prose alone.
 */
export function endOfTitleLine(source: string, names: ChapterNames, isProse = false): number {
  const [first = "", next = ""] = source
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 2);
  const isOne = isTitle(first, names) && (isProse || foldText(first) !== foldText(names.title));
  if (!isOne || next === "" || listItem.test(next)) return 0;
  return source.indexOf(next, source.indexOf(first) + first.length);
}

/** Drops the titles that stand above the text: the outline's is put there. Another spelling of it goes on record. */
export async function withoutLeadingTitle(body: Document, names: ChapterNames, record?: EditRecord): Promise<Document> {
  const { source, blocks } = body;
  let end = 0;
  for (const [index, { node, end: blockEnd }] of blocks.entries()) {
    const text = textOf(node);
    const isName = isTitle(text, names) || bareChapter.test(foldText(text));
    const isOne = isTitleLike(node) && (isName || isBookTitle(node, nextOf(blocks, index), names));
    if (!isOne && !(end > 0 && node.type === "thematicBreak")) break;
    end = blockEnd;
  }
  if (end === 0) end = endOfTitleLine(source, names);
  if (end === 0) return body;
  const rest = withoutBlankLines(source.slice(end)).trimEnd();
  if (foldText(source.slice(0, end)) !== foldText(names.title))
    record?.record("heading", source, `# ${names.title}\n\n${rest}`);
  return openDocument(rest);
}
