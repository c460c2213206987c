import { count, number, parseNumber, readingTime } from "#app/_components/text/numbers.ts";
import { demoChapterWords } from "#lib/contract/demo.ts";
import { budgetLimits, chapterLimits, isWithin } from "#lib/contract/limits.ts";
import type { Fields } from "./fields.ts";

/** The size of the book, from its options: `8 chapitres · environ 24 000 mots · 1 h 47 de lecture`; empty when they are out of bounds. */
export function estimateSize(fields: Fields, { demo }: { demo: boolean }): string {
  const asked = fields.words_per_chapter.trim() ? parseNumber(fields.words_per_chapter) : budgetLimits.usual;
  if (!isWithin(budgetLimits, asked)) return "";
  const words = demo ? Math.min(asked, demoChapterWords) : asked;
  if (!fields.plan && !fields.chapters.trim())
    return `5 à 10 chapitres · ${number(5 * words)} à ${number(10 * words)} mots`;
  const chapters = fields.plan ? fields.plan.length : parseNumber(fields.chapters);
  if (!isWithin(chapterLimits, chapters)) return "";
  const total = chapters * words;
  return `${count(chapters, "chapitre")} · environ ${count(total, "mot")} · ${readingTime(total)} de lecture`;
}
