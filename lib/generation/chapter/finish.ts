import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { typeset } from "../../document/typeset/french.ts";
import { normalizeChapter } from "../text/chapter-text.ts";
import { checkChapter } from "./check.ts";
import { keepLength } from "./length.ts";
import { translate } from "./translate.ts";
import type { Writing } from "./writing.ts";

/** `wordCount` includes the words of the list of sources. */
export type Finished = { document: Document; wordCount: number };

/** Undoes changes to the title: a person may have typed it. */
async function withTitle(document: Document, title: string): Promise<Document> {
  const source = document.source.replace(/^[^\n]*/, () => `# ${title}`);
  return source === document.source ? document : openDocument(source);
}

/** @throws {Failure} `length` or `language` when the chapter could not be mended */
export async function finishChapter(writing: Writing, drafted: Document): Promise<Finished> {
  const { request, title } = writing;
  const fitted = await keepLength(writing, drafted);
  const translated = await translate(writing, fitted);
  const mended = translated === fitted ? fitted : await keepLength(writing, translated);
  const plain = mended === drafted ? drafted : await normalizeChapter(mended.source, title);
  const document = await withTitle(request.language === "fr" ? await typeset(plain) : plain, title);
  return { document, wordCount: await checkChapter(document, writing) };
}
