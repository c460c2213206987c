import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import type { ChapterEdit } from "../text/edits.ts";

export type ReviewedText = Omit<WrittenChapter, "description">;

/** `edits` are those of the review. */
export type ReviewedChapter = Omit<ReviewedText, "content"> & { document: Document; edits?: ChapterEdit[] };

export const readChapter = async ({ position, title, wordCount, content }: ReviewedText): Promise<ReviewedChapter> => ({
  position,
  title,
  wordCount,
  document: await openDocument(content),
});

export const sourceOf = ({ document }: ReviewedChapter, { start, end }: { start: number; end: number }): string =>
  document.source.slice(start, end);
