import type { BookOutline } from "../../brief/book-outline.ts";
import { pagesOfBook, type Request } from "./plan.ts";
import { onOneLine, shorten } from "./typed.ts";

const titleLimits = { characters: 100 };
const minTitleLetters = 5;

/** A topic of a few letters or signs (« X », « C++ », « ??? ») is no title. */
function titleOf({ title, topic }: Request): string {
  if (title?.trim()) return onOneLine(title);
  const line = shorten(onOneLine(topic), titleLimits);
  const isTitle = /^[\p{L}\p{N}]/u.test(line) && (line.match(/\p{L}/gu)?.length ?? 0) >= minTitleLetters;
  return isTitle ? line.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : `Autour de « ${line} »`;
}

/** Defines no terms: the pages state no fact. */
export function writeOutline(request: Request): BookOutline {
  const pages = pagesOfBook(request);
  const chapters = pages.map(({ title, description, points }, index) => ({
    title,
    description,
    key_points: points,
    words: request.words,
    defines: [],
    elsewhere: [pages[index - 1], pages[index + 1]].flatMap((other) =>
      other?.points[0] ? [{ what: other.points[0], where: other.title }] : [],
    ),
  }));
  return { title: titleOf(request), chapters };
}
