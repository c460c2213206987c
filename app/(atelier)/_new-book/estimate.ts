import { count, number, readingTime } from "#app/_components/text/numbers.ts";
import { demoChapterWords } from "#lib/contract/demo.ts";
import { type Fields, toRequest } from "./fields.ts";

const defaultWords = 3000;

/** What the book will be, from its options: `8 chapitres · environ 24 000 mots · 1 h 47 de lecture`. */
export function estimate(fields: Fields, { demo }: { demo: boolean }): string {
  const { chapters, words_per_chapter: asked = defaultWords } = toRequest(fields) as {
    chapters?: number;
    words_per_chapter?: number;
  };
  if (!Number.isInteger(asked) || asked < 200 || asked > 10_000) return "";
  const words = demo ? Math.min(asked, demoChapterWords) : asked;
  if (chapters === undefined) return `5 à 10 chapitres · ${number(5 * words)} à ${number(10 * words)} mots`;
  if (!Number.isInteger(chapters) || chapters < 1 || chapters > 30) return "";
  const total = chapters * words;
  return `${count(chapters, "chapitre")} · environ ${count(total, "mot")} · ${readingTime(total)} de lecture`;
}
