import { citesSources } from "../../links.ts";
import { dayOf, type Edition } from "../edition.ts";
import { labelsIn } from "../labels.ts";
import type { ChapterText } from "./chapter-text.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { readChapter } from "./read-chapter.ts";

/** A book as every file writes it, and what is said about it. */
export type BookText = Pick<Edition, "id" | "version" | "language" | "byModel"> & {
  title: string;
  subject: string;
  description: string;
  /** `YYYY-MM-DD`, when the book was finished. */
  day: string | undefined;
  modified: Date;
  chapters: ChapterText[];
  /** Of all chapters, as Markdown. */
  characters: number;
  /** The last words, said of a book that cites nothing. */
  colophon: string | undefined;
};

/** Parses every chapter. Call it in a thread. */
export async function readBook(edition: Edition): Promise<BookText> {
  const { id, version, language, byModel } = edition;
  const labels = labelsIn[language];
  const chapters: ChapterText[] = [];
  for (const [index, chapter] of edition.chapters.entries())
    chapters.push(await readChapter(chapter, `${labels.chapter} ${index + 1}`));
  const silent = chapters.length === 0 || citesSources(edition.chapters);
  return {
    id,
    version,
    language,
    byModel,
    title: cleanLine(edition.book_title) || labels.book,
    subject: cleanLine(edition.topic),
    description: cleanText(edition.goal).trim(),
    day: dayOf(edition.generated_at),
    modified: new Date(edition.received_at),
    chapters,
    characters: edition.chapters.reduce((sum, { content }) => sum + content.length, 0),
    colophon: silent ? undefined : labels.noSource,
  };
}
