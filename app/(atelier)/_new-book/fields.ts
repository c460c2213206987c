import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import type { ChapterRow } from "#app/_components/outline/chapter-rows.ts";
import { parseNumber } from "#app/_components/text/numbers.ts";
import { budgetLimits } from "#lib/contract/limits.ts";
import { bookLanguages, usualGenre } from "#lib/contract/values.ts";
import { toGiven } from "../_plan/rows.ts";

const texts = {
  topic: "",
  goal: "",
  title: "",
  language: "",
  genre: "",
  model: "",
  voice: "",
  chapters: "",
  words_per_chapter: "",
  audience: "",
  tone: "",
  instructions: "",
  max_cost: "",
  /** These are ticked when not empty. */
  review_outline: "",
  reader_report: "",
  continuity: "",
  pause_after_chapter: "",
  strict: "",
};
export type Texts = typeof texts;
/** The finished book that an order is made from. */
export type From = { job_id: string; as: "sequel" | "edition"; title: string };
/** The fields as typed; with a plan, `chapters` counts for nothing. `documents` are ids. */
export type Fields = Texts & { plan: ChapterRow[] | undefined; from: From | undefined; documents: string[] };
export const blank: Fields = { ...texts, plan: undefined, from: undefined, documents: [] };

const isNovel = ({ genre }: Fields) => genre === "fiction";
const isInOrder = (fields: Fields) => fields.continuity !== "" || isNovel(fields);

/** Tells which options an order has a use for: a novel is written in order anyway; the demonstration reads nothing and follows no voice. */
export function isOffered(box: keyof Fields, fields: Fields, isDemo: boolean): boolean {
  if (box === "continuity") return !isNovel(fields);
  if (box === "pause_after_chapter") return isInOrder(fields);
  return !isDemo || (box !== "reader_report" && box !== "voice");
}

/** What a person emptied is not to be taken from the other book again. */
const whole = ({ audience, tone, instructions, genre }: Fields, { job_id, as }: From) => ({
  from: { job_id, as },
  audience,
  tone,
  instructions,
  language: bookLanguages[0],
  genre: usualGenre,
  chapters: null,
  words_per_chapter: budgetLimits.usual,
  ...(genre !== "fiction" && { continuity: "parallel" }),
});

/** The request the fields make: an empty field is left out, and a number that is none is sent as null. */
export function toRequest(fields: Fields) {
  const { chapters, words_per_chapter, max_cost, topic, goal, review_outline, plan, from, documents, ...others } =
    fields;
  const { reader_report, voice, continuity, pause_after_chapter, strict, ...texts } = others;
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return {
    topic,
    goal,
    ...(from && whole(fields, from)),
    ...Object.fromEntries(filled),
    ...(review_outline && { review_outline: true }),
    // The demonstration reads no book and no document and follows no voice: its form offers none of them.
    ...(documents.length > 0 && fields.model !== "demo" && { documents }),
    ...(reader_report && fields.model !== "demo" && { reader_report: true }),
    ...(voice && fields.model !== "demo" && { voice }),
    ...(continuity && { continuity: "sequential" }),
    ...(isInOrder(fields) && pause_after_chapter && { pause_after_chapter: true }),
    ...(strict && { strict: true }),
    ...(plan ? { chapters: toGiven(plan) } : chapters.trim() && { chapters: parseNumber(chapters) }),
    ...(words_per_chapter.trim() && { words_per_chapter: parseNumber(words_per_chapter) }),
    ...(max_cost.trim() && { max_cost: parseNumber(max_cost) }),
  };
}

/** The fields that a book cannot do without. */
export const checkRequired = ({ topic, goal }: Fields): FieldErrors => ({
  ...(topic.trim() === "" && { topic: "Donnez un sujet : quelques mots suffisent." }),
  ...(goal.trim() === "" && { goal: "Dites ce que le lecteur en retirera : une phrase suffit." }),
});
