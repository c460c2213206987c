import type { BookBrief } from "../brief/book-brief.ts";
import type { ToldBefore } from "../brief/origin.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { beforeSection } from "./before.ts";
import { briefSection, notesSection } from "./brief.ts";
import { labelled, languageLine } from "./labels.ts";
import { inEnglish, worded } from "./language.ts";

const system = ({ language, genre }: BookBrief) =>
  worded(language, {
    fr: `Tu es architecte de livres : tu prépares le plan d’un ${traitsOf(genre).book.fr} en français. Tu réponds uniquement par un objet JSON.`,
    en: `You are an architect of books: you prepare the outline of a ${traitsOf(genre).book.en} in ${inEnglish(language)}. You answer with a JSON object alone.`,
  });

const numbered = (titles: string[], first = 1) => titles.map((title, index) => `${index + first}. ${title}`).join("\n");
const exactly = (language: string | undefined, count: number) =>
  worded(language, { fr: `exactement ${count}`, en: `exactly ${count}` });

/** A small window, or a small model, holds little beside its task. */
const beforeCharacters = 1500;

type Input = { request: BookBrief; notes: string };

/** Asks for titles of chapters alone, those that follow the ones that are `found`. */
export function titlesPrompt({
  request,
  notes,
  before,
  found,
  count,
}: Input & { before?: ToldBefore | undefined; found: string[]; count: number | undefined }) {
  const { language, title } = request;
  const order = worded(language, {
    fr: `${title ? "Reprends le titre voulu tel quel, et donne" : "Donne le titre du livre et"} les titres de ses chapitres. Chaque titre dit en quelques mots de quoi parle son chapitre, sans numéro ; tous sont différents.
Ta réponse a cette forme :`,
    en: `${title ? "Keep the title wanted as it is, and give" : "Give the title of the book and"} the titles of its chapters. Each title says in a few words what its chapter is about, without a number; all are different.
Your answer has this form:`,
  });
  const known = worded(language, { fr: "Chapitres déjà prévus :", en: "Chapters already planned:" });
  const free = worded(language, { fr: "entre 5 et 10, selon le sujet", en: "between 5 and 10, as the topic needs" });
  const after = worded(language, { fr: ", à la suite de ceux-là", en: ", after these" });
  const wanted = count === undefined ? free : exactly(language, count);
  return {
    system: system(request),
    prompt: [
      `${briefSection(request)}${beforeSection(language, before, beforeCharacters)}${notesSection(language, notes)}\n`,
      found.length > 0 && `${known}\n${numbered(found)}\n`,
      order,
      '{"title": "…", "chapters": [{"title": "…"}]}',
      languageLine(language),
      labelled(language, "chapterCount", `${wanted}${found.length > 0 ? after : ""}`),
    ]
      .filter(Boolean)
      .join("\n"),
  };
}

/** Asks what some of the chapters hold: those from `first` on, from 1. */
export function detailsPrompt({
  request,
  notes,
  titles,
  first,
  count,
}: Input & { titles: string[]; first: number; count: number }) {
  const { language, genre } = request;
  const { told, points } = traitsOf(genre).details;
  const asked = numbered(titles.slice(first - 1, first - 1 + count), first);
  const order = worded(language, {
    fr: `Chapitres à préparer :
${asked}
Pour chacun, dans cet ordre : « description », une phrase ou deux qui disent ${told.fr} ; « key_points », ${points.fr}.
Ta réponse a cette forme :`,
    en: `Chapters to prepare:
${asked}
For each, in this order: “description”, one or two sentences that say ${told.en}; “key_points”, ${points.en}.
Your answer has this form:`,
  });
  return {
    system: system(request),
    prompt: `${briefSection(request)}${notesSection(language, notes)}

${worded(language, { fr: "Plan du livre :", en: "Outline of the book:" })}
${numbered(titles)}

${order}
{"chapters": [{"title": "…", "description": "…", "key_points": ["…", "…", "…"]}]}
${[languageLine(language), labelled(language, "chapterCount", exactly(language, count))].filter(Boolean).join("\n")}`,
  };
}
