import { outlineLimits } from "../../contract/limits.ts";
import { toOneLine } from "../../contract/text.ts";
import { typesetText } from "../../document/typeset/typeset.ts";
import { wordsIn as wordsOf } from "../../document/words.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { isForeign } from "../language/detect.ts";
import type { Ask } from "../models/ask.ts";
import { charactersIn } from "../models/room.ts";
import { type Languages, linesPrompt, type Term } from "../prompts/translation.ts";

/** What one question holds at most. */
const usualLimits = { characters: 4000, lines: 40 };
const smallLimits = { characters: 1000, lines: 12 };
const windowShare = 0.2;
const maxRounds = 2;

export type PlannedOriginal = {
  title: string;
  chapters: { title: string; description: string; wordCount: number }[];
  /** Names and terms to be said alike everywhere. */
  terms: string[];
};
/** `untranslated` are the texts that stayed as they were. */
export type TranslatedPlan = { outline: BookOutline; terms: Term[]; untranslated: string[] };

type Tools = { ask: Ask; languages: Languages; window?: number | undefined; isSmall?: boolean };

function inParts(lines: string[], { window, isSmall }: Tools): string[][] {
  const { characters, lines: most } = isSmall ? smallLimits : usualLimits;
  const room = window === undefined ? characters : Math.min(characters, charactersIn(window * windowShare));
  const parts: string[][] = [];
  let size = 0;
  for (const line of lines) {
    const open = parts.at(-1);
    if (open && open.length < most && size + line.length <= room) open.push(line);
    else parts.push([line]);
    size = open === parts.at(-1) ? size + line.length : line.length;
  }
  return parts;
}

const numbered = /^[\s*_]*(\d{1,3})[*_]*\s?[.):][*_]*\s+(\S.*)$/gm;

/** @returns the answered lines by their number; one that is given twice is taken once */
function readLines(answer: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, number, text = ""] of answer.matchAll(numbered)) {
    const at = Number(number);
    if (!found.has(at)) found.set(at, toOneLine(text).replace(/^\*\*(.*)\*\*$/, "$1"));
  }
  return found;
}

/** Too few words may be names alone. */
const minWords = 6;

/** Whether what was in the book's language came back in it, or in any but the one that is asked for. */
async function isLeft(lines: string[], answered: string[], { from, to }: Languages): Promise<boolean> {
  const long = (texts: string[]) => texts.filter((text) => wordsOf(text).length >= minWords);
  return (await isForeign(long(answered), to)) && !(await isForeign(long(lines), from));
}

/** Asks for a part of the lines, and once more for those that are missing. */
async function translatePart(request: BookBrief, part: string[], bookTitle: string, tools: Tools) {
  const { ask, languages } = tools;
  const found = new Map<string, string>();
  for (let round = 0; round < maxRounds; round++) {
    const left = part.filter((line) => !found.has(line));
    if (left.length === 0) break;
    const prompt = linesPrompt({ ...languages, bookTitle, lines: left, instructions: request.instructions });
    const words = Math.ceil(left.reduce((sum, line) => sum + wordsOf(line).length + 1, 0) * 1.3);
    const { text } = await ask({ context: { role: "outline", request }, ...prompt, words });
    const answered = readLines(text);
    if (await isLeft(left, [...answered.values()], languages)) continue;
    for (const [index, line] of left.entries()) {
      const by = answered.get(index + 1);
      if (by) found.set(line, by);
    }
  }
  return found;
}

/** Translates the titles, descriptions and terms of a book, in as few questions as the model holds. */
export async function translatePlan(
  request: BookBrief,
  { title, chapters, terms }: PlannedOriginal,
  tools: Tools,
): Promise<TranslatedPlan> {
  const texts = chapters.flatMap((chapter) => [chapter.title, chapter.description]);
  const lines = [...new Set([title, ...texts, ...terms].map(toOneLine))].filter((line) => /\p{L}/u.test(line));
  const found = new Map<string, string>();
  for (const part of inParts(lines, tools))
    for (const [line, by] of await translatePart(request, part, title, tools)) found.set(line, by);
  const { to } = tools.languages;
  const translated = (text: string, limit: number) =>
    typesetText(found.get(toOneLine(text)) ?? text, to)
      .slice(0, limit)
      .toWellFormed()
      .trim() || text;
  const planned = chapters.map((chapter) => ({
    title: translated(chapter.title, outlineLimits.title),
    description: chapter.description && translated(chapter.description, outlineLimits.description),
    key_points: [],
    words: chapter.wordCount,
    defines: [],
    elsewhere: [],
  }));
  return {
    outline: { title: request.title ?? translated(title, outlineLimits.title), chapters: planned },
    terms: terms.flatMap((term) => {
      const by = found.get(toOneLine(term));
      return by ? [{ term, by }] : [];
    }),
    untranslated: [title, ...texts].filter((text) => /\p{L}/u.test(text) && !found.has(toOneLine(text))),
  };
}
