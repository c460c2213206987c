import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { typeset } from "../../document/typeset/typeset.ts";
import { normalizeChapter } from "../text/chapter-text.ts";
import { type ChapterCheck, checkChapter } from "./check.ts";
import { keepLength } from "./length.ts";
import { translate } from "./translate.ts";
import { withVersesBroken } from "./verse.ts";
import { namesOf, type Writing } from "./writing.ts";

export type Finished = { document: Document; check: ChapterCheck };

export const checkWritten = (document: Document, { request, sources }: Writing): Promise<ChapterCheck> =>
  checkChapter(document, { ...request, sources });

/** Undoes changes to the title: a person may have typed it. */
async function withTitle(document: Document, title: string): Promise<Document> {
  const source = document.source.replace(/^[^\n]*/, () => `# ${title}`);
  return source === document.source ? document : openDocument(source);
}

/** Mends the length and the language as far as it can; `check` says what is left. */
export async function finishChapter(writing: Writing, drafted: Document): Promise<Finished> {
  const { request, title } = writing;
  const fitted = await keepLength(writing, drafted);
  const translated = await translate(writing, fitted);
  const mended = translated === fitted ? fitted : await keepLength(writing, translated);
  const plain = mended === drafted ? drafted : await normalizeChapter(mended.source, namesOf(writing), writing.record);
  const typed = await withTitle(await typeset(plain, request.language), title);
  const document = await withVersesBroken(typed, request.genre);
  return { document, check: await checkWritten(document, writing) };
}
