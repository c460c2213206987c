import { minChapterLanguageShare } from "../../contract/quality-limits.ts";
import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { openDocument } from "../../document/open.ts";
import { typeset } from "../../document/typeset/typeset.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { Chapter } from "../chapter/chapter.ts";
import { Failure } from "../failure.ts";
import { nameOf } from "../language/names.ts";
import type { Ask } from "../models/ask.ts";
import { wordsIn } from "../models/room.ts";
import type { Languages, Term } from "../prompts/translation.ts";
import { EditRecord } from "../text/edits.ts";
import { type ChapterFault, measureTranslation } from "./measure.ts";
import { labelsOf } from "./original.ts";
import { translateRun, type Unmet } from "./run.ts";
import { bodyOf, type RunLimits, runsOf } from "./runs.ts";

const usualLimits: RunLimits = { words: 600, blocks: 24 };
const smallLimits: RunLimits = { words: 150, blocks: 6 };
/** The share of a window that a text may take: its translation takes as much, and the rules need some. */
const windowShare = 0.25;
const minRunWords = 60;

export function runLimits({ window, isSmall }: { window?: number | undefined; isSmall?: boolean }): RunLimits {
  const { words, blocks } = isSmall ? smallLimits : usualLimits;
  if (window === undefined) return { words, blocks };
  return { words: Math.min(words, Math.max(minRunWords, wordsIn(window * windowShare))), blocks };
}

/** What is to be translated; its citations are marks. */
export type OriginalChapter = { content: string };

type Tools = {
  ask: Ask;
  languages: Languages;
  terms: Term[];
  outline: BookOutline;
  position: number;
  original: OriginalChapter;
  window?: number | undefined;
  isSmall?: boolean;
};

/** Puts the translated title over the body; the chapter is then typeset as its language is. */
async function titled(document: Document, body: string, { title, language }: { title: string; language: string }) {
  const from = bodyOf(document)[0]?.start;
  const text = from === undefined ? "" : body.slice(from).trim();
  const whole = await openDocument([`# ${title}`, text].filter(Boolean).join("\n\n"));
  return typeset(whole, language);
}

/**
 * Translates a chapter, run by run: what is no text stays byte for byte.
 * @throws {Failure} when hardly any of it is in the language asked for
 */
export async function translateChapter(
  request: BookBrief,
  { original: { content }, outline, ...tools }: Tools,
): Promise<Chapter & { faults: ChapterFault[] }> {
  const { position, languages, window, isSmall } = tools;
  const { title = "" } = outline.chapters[position - 1] ?? {};
  const before = await openDocument(content);
  const record = new EditRecord();
  const translating = {
    ...tools,
    context: { role: "chapter" as const, request: { ...request, outline, position } },
    title,
    bookTitle: outline.title,
    instructions: request.instructions,
    labels: labelsOf(before),
    record,
  };
  const edits: { start: number; end: number; by: string }[] = [];
  const unmet: Unmet[] = [];
  for (const { start, end, lead } of runsOf(before, runLimits({ window, ...(isSmall && { isSmall }) }))) {
    const run = { ...translating, lead, before: edits.at(-1)?.by ?? "", isShown: true };
    const translated = await translateRun(content.slice(start, end), run);
    edits.push({ start, end, by: translated.text });
    unmet.push(...translated.unmet);
  }
  const document = await titled(before, applyEdits(content, edits), { title, language: languages.to });
  const { faults, share } = await measureTranslation({ before, after: document, unmet, languages });
  if (share < minChapterLanguageShare && unmet.some(({ kind }) => kind === "untranslated"))
    throw new Failure(
      "language",
      `Le modèle n’a pas traduit le chapitre en ${nameOf(languages.to)}\u202f: choisissez un autre modèle.`,
    );
  return { content: document.source, wordCount: document.words, edits: record.edits, lost: [], faults };
}
