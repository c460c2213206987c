import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { Documentation } from "../citations/source.ts";
import { Failure } from "../failure.ts";
import type { Ask } from "../models/ask.ts";
import { normalizeChapter } from "../text/chapter-text.ts";
import { draftChapter } from "./draft.ts";
import { finishChapter } from "./finish.ts";
import { beginWriting } from "./writing.ts";

export type Chapter = { content: string; wordCount: number };

/** @throws {Failure} `chapter` when the model wrote nothing; `length` or `language` when it could not be mended */
export async function writeChapter(
  request: BookBrief,
  tools: Documentation & { ask: Ask; outline: BookOutline; position: number },
): Promise<Chapter> {
  const writing = beginWriting(request, tools);
  const { title } = writing;
  const drafted = await normalizeChapter((await draftChapter(writing)).source, title);
  if (drafted.source === `# ${title}`) throw new Failure("chapter", "Le modèle n’a écrit que le titre du chapitre.");
  const { document, wordCount } = await finishChapter(writing, drafted);
  return { content: document.source, wordCount };
}
