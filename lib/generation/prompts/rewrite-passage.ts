import type { BookBrief } from "../brief/book-brief.ts";
import { briefSection } from "./brief.ts";
import { inLanguage } from "./language.ts";

const system = (
  language: string | undefined,
) => `Tu es relecteur dans une maison d’édition francophone : tu récris un passage d’un chapitre, et rien d’autre.
Tu écris en Markdown, dans ${inLanguage(language)}. Tu gardes le sens, les faits, les repères de sources entre crochets (comme [S1]), chacun après ce qu’il appuie, et les titres de section, à leur niveau. Tu n’ajoutes ni lien, ni source.
Tu réponds uniquement par le passage récrit : pas d’annonce, pas de commentaire, pas de bloc de code autour.`;

export const rewritePassagePrompt = (input: {
  request: BookBrief;
  passage: string;
  problem: string;
  words: number;
}) => ({
  system: system(input.request.language),
  prompt: `${briefSection(input.request)}

À corriger : ${input.problem}
Longueur attendue : environ ${input.words} mots

Passage à récrire :
"""
${input.passage}
"""`,
});
