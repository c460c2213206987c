import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { Documentation } from "../citations/source.ts";
import { Failure } from "../failure.ts";
import type { Ask } from "../models/ask.ts";
import type { Story } from "../prompts/story.ts";
import { normalizeChapter } from "../text/chapter-text.ts";
import type { ChapterEdit } from "../text/edits.ts";
import { refuseChapter } from "./check.ts";
import { draftChapter } from "./draft.ts";
import { finishChapter } from "./finish.ts";
import { beginWriting, namesOf } from "./writing.ts";

/** `edits` says what was taken out of the answers on the way, `lost` what refused rewritings of passages had lost. */
export type Chapter = { content: string; wordCount: number; edits: ChapterEdit[]; lost: string[] };

/** @throws {Failure} for what is no chapter, and for any fault that could not be mended when the order is strict */
export async function writeChapter(
  request: BookBrief,
  tools: Documentation & {
    ask: Ask;
    window?: number | undefined;
    outline: BookOutline;
    position: number;
    isSmall?: boolean;
    story?: Story | undefined;
  },
): Promise<Chapter> {
  const writing = beginWriting(request, tools);
  const { title } = writing;
  const drafted = await normalizeChapter((await draftChapter(writing)).source, namesOf(writing), writing.record);
  if (drafted.source === `# ${title}`) throw new Failure("chapter", "Le modèle n’a écrit que le titre du chapitre.");
  const { document, check } = await finishChapter(writing, drafted);
  refuseChapter(check, request.strict ?? false);
  const { record, refusals } = writing;
  return { content: document.source, wordCount: check.words, edits: record.edits, lost: refusals.lost };
}
