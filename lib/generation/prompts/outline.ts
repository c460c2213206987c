import type { BookBrief } from "../brief/book-brief.ts";
import { briefSection, chapterCount, notesSection } from "./brief.ts";
import { inLanguage } from "./language.ts";
import { outlineFormat } from "./outline-format.ts";

const system = (
  language: string | undefined,
) => `Tu es architecte de livres dans une maison d’édition francophone : tu conçois le plan d’ouvrages clairs, progressifs et complets.
Chaque chapitre a un rôle propre dans la progression et ne répète pas les autres. Tu écris dans ${inLanguage(language)}, sans formule publicitaire, sans lien et sans repère de source.
${outlineFormat}`;

export function outlinePrompt(input: { request: BookBrief; notes?: string }) {
  const { request } = input;
  const title = request.title ? "Reprends le titre voulu tel quel." : "Propose un titre.";
  return {
    system: system(request.language),
    prompt: `${briefSection(request)}

${chapterCount(request)}
Longueur visée de chaque chapitre : ${request.words} mots
${title}${notesSection(input.notes)}`,
  };
}
