import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { parseNumber } from "#app/_components/text/numbers.ts";

/** The fields as typed, all empty. */
export const blank = {
  topic: "",
  goal: "",
  title: "",
  language: "",
  model: "",
  chapters: "",
  words_per_chapter: "",
  audience: "",
  tone: "",
  instructions: "",
  max_cost: "",
  /** These are ticked when not empty. */
  review_outline: "",
  continuity: "",
  pause_after_chapter: "",
  strict: "",
};
export type Fields = typeof blank;

/** The request the fields make: an empty field is left out, and a number that is none is sent as null. */
export function toRequest(fields: Fields) {
  const { chapters, words_per_chapter, max_cost, topic, goal, review_outline, continuity, ...others } = fields;
  const { pause_after_chapter, strict, ...texts } = others;
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return {
    topic,
    goal,
    ...Object.fromEntries(filled),
    ...(review_outline && { review_outline: true }),
    ...(continuity && { continuity: "sequential" }),
    ...(continuity && pause_after_chapter && { pause_after_chapter: true }),
    ...(strict && { strict: true }),
    ...(chapters.trim() && { chapters: parseNumber(chapters) }),
    ...(words_per_chapter.trim() && { words_per_chapter: parseNumber(words_per_chapter) }),
    ...(max_cost.trim() && { max_cost: parseNumber(max_cost) }),
  };
}

/** The fields that a book cannot do without. */
export const checkRequired = ({ topic, goal }: Fields): FieldErrors => ({
  ...(topic.trim() === "" && { topic: "Donnez un sujet : quelques mots suffisent." }),
  ...(goal.trim() === "" && { goal: "Dites ce que le lecteur en retirera : une phrase suffit." }),
});
