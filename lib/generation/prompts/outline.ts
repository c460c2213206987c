import type { BookBrief } from "../brief/book-brief.ts";
import type { ToldBefore } from "../brief/origin.ts";
import type { GivenPassage } from "../citations/source.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { beforeSection } from "./before.ts";
import { briefSection, chapterCount, notesSection } from "./brief.ts";
import { inEnglish, worded } from "./language.ts";
import { outlineFormat } from "./outline-format.ts";
import { passagesSection } from "./passages.ts";

const system = (request: BookBrief) =>
  `${worded(request.language, {
    fr: `Tu es architecte de livres dans une maison d’édition : ${traitsOf(request.genre).architect.fr} Tu écris dans un français soigné, sans formule publicitaire, sans lien et sans repère de source.`,
    en: `You are an architect of books in a publishing house: ${traitsOf(request.genre).architect.en} You write in careful ${inEnglish(request.language)}, without advertising, links or marks of sources.`,
  })}
${outlineFormat(request)}`;

/** What an outline is made for: the order's number of chapters, their length, their title. */
function orderOf(request: BookBrief): string {
  const { language, words, title } = request;
  const length = worded(language, {
    fr: `Longueur visée de chaque chapitre : ${words} mots`,
    en: `Length planned for each chapter: ${words} words`,
  });
  const titled = title
    ? worded(language, { fr: "Reprends le titre voulu tel quel.", en: "Keep the title wanted as it is." })
    : worded(language, { fr: "Propose un titre.", en: "Propose a title." });
  return `${length}\n${titled}\n${chapterCount(request)}`;
}

/** `before` is the book that this one follows. */
type Input = {
  request: BookBrief;
  notes?: string;
  passages?: GivenPassage[];
  before?: ToldBefore | undefined;
};

export function outlinePrompt({ request, notes, passages, before }: Input) {
  const { language } = request;
  const known = `${notesSection(language, notes)}${passagesSection(language, { passages, isCited: false })}`;
  return {
    system: system(request),
    prompt: `${briefSection(request)}${beforeSection(language, before)}${known}

${orderOf(request)}`,
  };
}
