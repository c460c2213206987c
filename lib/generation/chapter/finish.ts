import { normalizeChapter } from "../text/chapter-text.ts";
import { typesetMarkdown } from "../typography/french.ts";
import { checkChapter } from "./check.ts";
import { keepLength } from "./length.ts";
import { translate } from "./translate.ts";
import type { Writing } from "./writing.ts";

/** A written chapter, in Markdown, starting with its one H1. */
export type Chapter = { content: string; wordCount: number };

/**
 * A chapter's text, its title first → the chapter: brought to its budget, in the book's language throughout, typeset.
 * Asks nothing when there is nothing to mend.
 * @throws {Failure} `length` or `language` when it could not be mended
 */
export async function finishChapter(writing: Writing, drafted: string): Promise<Chapter> {
  const { request, title } = writing;
  const fitted = await keepLength(writing, drafted);
  const translated = await translate(writing, fitted);
  // What was rewritten may have another length.
  const mended = translated === fitted ? fitted : await keepLength(writing, translated);
  const plain = mended === drafted ? drafted : await normalizeChapter(mended, title);
  const typeset = request.language === "fr" ? await typesetMarkdown(plain) : plain;
  // A title may be what a person typed.
  const content = typeset.replace(/^[^\n]*/, () => `# ${title}`);
  return { content, wordCount: await checkChapter(content, writing) };
}
