import type { BookBrief } from "../brief/book-brief.ts";
import { briefSection, chapterCount, notesSection } from "./brief.ts";
import { labelled } from "./labels.ts";
import { worded } from "./language.ts";

const system = (language: string | undefined) =>
  worded(language, {
    fr: "Tu es architecte de livres : tu prépares le plan d’un livre en français. Tu réponds uniquement par un objet JSON.",
    en: "You are an architect of books: you prepare the outline of a book in English. You answer with a JSON object alone.",
  });

type Titles = {
  request: BookBrief;
  notes?: string | undefined;
  /** The first answer had too few titles, or some that are none. */
  isSecond: boolean;
};

/** The first of two questions: few words, for a small model or a small window. */
export function outlineTitlesPrompt({ request, notes, isSecond }: Titles) {
  const { language, title } = request;
  const order = worded(language, {
    fr: `${title ? "Reprends le titre voulu tel quel, et donne" : "Donne le titre du livre et"} les titres de ses chapitres. Chaque titre dit en quelques mots de quoi parle son chapitre, sans numéro.
Ta réponse a cette forme :`,
    en: `${title ? "Keep the title wanted as it is, and give" : "Give the title of the book and"} the titles of its chapters. Each title says in a few words what its chapter is about, without a number.
Your answer has this form:`,
  });
  const different = worded(language, {
    fr: "Tous les titres sont différents, et chacun nomme une chose précise.",
    en: "All the titles are different, and each names a precise thing.",
  });
  return {
    system: system(language),
    prompt: `${briefSection(request)}${notesSection(language, notes)}

${order}
{"title": "…", "chapters": [{"title": "…"}]}
${chapterCount(request)}${isSecond ? `\n${different}` : ""}`,
  };
}

type Contents = {
  request: BookBrief;
  notes?: string | undefined;
  title: string;
  titles: string[];
  /** The chapters to describe, by their positions from 1. */
  positions: number[];
  points: number;
};

/** The second question: what some of the chapters hold. */
export function outlineContentsPrompt({ request, notes, title, titles, positions, points }: Contents) {
  const { language } = request;
  const all = titles.map((one, index) => `${index + 1}. ${one}`).join("\n");
  const asked = positions.map((position) => `${position}. ${titles[position - 1]}`).join("\n");
  const count = positions.length;
  const order = worded(language, {
    fr: `Chapitres à décrire, exactement ${count} :
${asked}
Pour chacun, dans cet ordre : « description », une phrase ou deux qui disent ce que le lecteur y apprend ; « key_points », ${points} choses à y dire, chacune en une phrase courte et précise.
Ta réponse a cette forme :`,
    en: `Chapters to describe, exactly ${count}:
${asked}
For each, in this order: “description”, one or two sentences that say what the reader learns there; “key_points”, ${points} things to say there, each in one short and precise sentence.
Your answer has this form:`,
  });
  return {
    system: system(language),
    prompt: `${briefSection(request)}${notesSection(language, notes)}
${labelled(language, "book", title)}
${worded(language, { fr: "Tous ses chapitres :", en: "All its chapters:" })}
${all}

${order}
{"chapters": [{"title": "…", "description": "…", "key_points": ["…", "…", "…"]}]}`,
  };
}
