import type { BookOutline } from "./book-outline.ts";
import { checkChapter } from "./chapter/check.ts";
import { draft } from "./chapter/draft.ts";
import { keepLength } from "./chapter/length.ts";
import { translate } from "./chapter/translate.ts";
import { beginWriting } from "./chapter/writing.ts";
import { normalizeChapter } from "./chapter-text.ts";
import { Failure } from "./failure.ts";
import type { Ask } from "./models/ask.ts";
import type { CallContext } from "./models/context.ts";
import { typesetMarkdown } from "./typography/french.ts";

/** A written chapter, in Markdown, starting with its one H1. */
export type Chapter = { content: string; wordCount: number };

/**
 * One chapter of the outline → its text: drafted, brought to its budget, in the book's language throughout, typeset.
 * @param request its `words` are the chapter's budget
 * @throws {Failure} `chapter` when the model wrote nothing; `length` or `language` when the chapter could not be mended
 */
export async function chapter(
  request: CallContext["request"],
  tools: { ask: Ask; outline: BookOutline; position: number; notes: string | undefined },
): Promise<Chapter> {
  const writing = beginWriting(request, tools);
  const { title } = writing;
  const drafted = await normalizeChapter(await draft(writing), title);
  if (drafted === `# ${title}`) throw new Failure("Le modèle n’a écrit que le titre du chapitre.", { code: "chapter" });
  const fitted = await keepLength(writing, drafted);
  const translated = await translate(writing, fitted);
  // What was rewritten may have another length.
  const mended = translated === fitted ? fitted : await keepLength(writing, translated);
  const plain = mended === drafted ? drafted : await normalizeChapter(mended, title);
  const typeset = request.language === "fr" ? await typesetMarkdown(plain) : plain;
  // A title may be what a person typed.
  const content = typeset.replace(/^[^\n]*/, () => `# ${title}`);
  return { content, wordCount: await checkChapter(content, request) };
}
