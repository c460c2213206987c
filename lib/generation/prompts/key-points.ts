import { foldText } from "../../contract/outline.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { worded } from "./language.ts";

const countWords = (text: string) => text.trim().split(/\s+/).length;

/** A label alone asks for a form to be filled in: it is said of what there is something to say. */
function about(language: string | undefined, point: string, title: string): string {
  if (foldText(point) === foldText(title)) return point;
  return worded(language, { fr: `${point}, à propos de « ${title} »`, en: `${point}, about “${title}”` });
}

/** What a small model makes a label of. */
const maxSmallLabelWords = 3;

/** Says a key point to a model that is asked for nothing but its section. */
export const pointAlone = (language: string | undefined, point: string, title: string): string =>
  countWords(point) > maxSmallLabelWords ? point : about(language, point, title);

const maxLabelWords = 2;

/** @returns the key points of a chapter, the labels among them (`Responsables`, or what every chapter has) as something to say */
export function pointsToSay(
  { chapters }: BookOutline,
  position: number,
  { language, genre }: Pick<BookBrief, "language" | "genre">,
): string[] {
  const { title = "", key_points = [] } = chapters[position - 1] ?? {};
  if (traitsOf(genre).areNames) return key_points;
  const others = new Set(
    chapters.flatMap((chapter, index) => (index + 1 === position ? [] : chapter.key_points.map(foldText))),
  );
  const isLabel = (point: string) => countWords(point) <= maxLabelWords || others.has(foldText(point));
  return key_points.map((point) => (isLabel(point) ? about(language, point, title) : point));
}
