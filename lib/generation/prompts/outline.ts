import type { BookBrief } from "../brief/book-brief.ts";
import { briefSection, chapterCount, notesSection } from "./brief.ts";
import { inEnglish, worded } from "./language.ts";
import { outlineFormat } from "./outline-format.ts";

const system = (request: BookBrief) =>
  `${worded(request.language, {
    fr: `Tu es architecte de livres dans une maison d’édition : tu conçois le plan d’ouvrages clairs, progressifs et complets.
Chaque chapitre a un rôle propre dans la progression et ne répète pas les autres. Tu écris dans un français soigné, sans formule publicitaire, sans lien et sans repère de source.`,
    en: `You are an architect of books in a publishing house: you design the outline of works that are clear, progressive and complete.
Each chapter has a part of its own in the progression and does not repeat the others. You write in careful ${inEnglish(request.language)}, without advertising, links or marks of sources.`,
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

export function outlinePrompt({ request, notes }: { request: BookBrief; notes?: string }) {
  const { language } = request;
  return {
    system: system(request),
    prompt: `${briefSection(request)}${notesSection(language, notes)}

${orderOf(request)}`,
  };
}
