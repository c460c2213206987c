import { maxRepetition } from "#lib/contract/quality-limits.ts";
import type { Document } from "#lib/document/document.ts";
import { openDocument } from "#lib/document/open.ts";
import { wordsIn } from "#lib/document/words.ts";
import { writeChapter } from "#lib/generation/chapter/chapter.ts";
import { checkChapter } from "#lib/generation/chapter/check.ts";
import { styleWarnings } from "#lib/generation/finalize/style-warnings.ts";
import type { Ask } from "#lib/generation/models/ask.ts";
import { gluedScripts } from "#lib/generation/quality/glued-scripts.ts";
import { measureStructure } from "#lib/generation/quality/structure.ts";
import { measureStyle } from "#lib/generation/quality/style/style.ts";
import { findFaults } from "#lib/generation/review/faults.ts";
import { unmendedWarnings } from "#lib/generation/review/unmended.ts";
import { passageIn } from "../model/answers.ts";
import { wordsRemoved } from "./compare.ts";
import type { LongBook } from "./long-books.ts";

export type CheckedBook = { removed: string[]; edits: number; warnings: string[]; calls: number };
type Checked = { position: number; title: string; wordCount: number; document: Document };

const planOf = ({ title, chapters }: LongBook) => ({
  title,
  chapters: chapters.map((chapter) => ({
    title: chapter.title,
    description: "",
    key_points: [],
    defines: [],
    elsewhere: [],
    words: wordsIn(chapter.text).length,
  })),
});

/** Checks a book as a job does, without the job: each text is a model's answer, and a reviewer gives all back. */
export async function checkLongBook(book: LongBook): Promise<CheckedBook> {
  const { title, language } = book;
  const outline = planOf(book);
  const found: CheckedBook = { removed: [], edits: 0, warnings: [], calls: 0 };
  const chapters: Checked[] = [];
  for (const [index, { title: name, text }] of book.chapters.entries()) {
    let asked = 0;
    const ask: Ask = async ({ context, prompt }) => {
      asked += 1;
      return { text: context.role === "chapter" ? text : passageIn(prompt), ended: "whole" };
    };
    const request = { topic: title, goal: "…", language, words: wordsIn(text).length };
    const position = index + 1;
    const written = await writeChapter(request, { ask, outline, position, sources: [], notes: undefined });
    const document = await openDocument(written.content);
    const { faults } = await checkChapter(document, { words: request.words, language, sources: [] });
    found.removed.push(...wordsRemoved(text, written.content));
    found.edits += written.edits.length;
    found.calls += asked - 1;
    found.warnings.push(...faults.map(({ message }) => `${name} : ${message}`));
    chapters.push({ position, title: name, wordCount: written.wordCount, document });
  }
  const faults = await findFaults(chapters, { outline, language, maxRepeatedShare: maxRepetition });
  const structure = measureStructure(chapters).checks.filter((check) => check.chapters.length > 0);
  found.warnings.push(
    ...unmendedWarnings(faults, true).map(({ message }) => message),
    ...structure.map((check) => `${check.name} : ${check.chapters.join(", ")}`),
    ...styleWarnings(await measureStyle(chapters, language)).map(({ message }) => message),
    ...chapters.flatMap(({ document }) => gluedScripts(document)),
  );
  return found;
}
