import type { BookOutline } from "../brief/book-outline.ts";
import { inLanguage } from "./language.ts";

const shownCharacters = 600;

type Input = {
  topic: string;
  outline: BookOutline;
  position: number;
  language: string | undefined;
  written: string;
  words: number;
};

/** For a model that goes round in circles: little to read, one thing to do. */
export function plainContinuePrompt({ topic, outline, position, language, written, words }: Input): string {
  const { title = "", key_points = [] } = outline.chapters[position - 1] ?? {};
  const last = key_points.at(-1);
  return `Livre : ${outline.title}
Sujet : ${topic}
Chapitre à écrire : ${position}. ${title}

Le chapitre est déjà écrit jusqu’ici :
"""
${written.slice(-shownCharacters)}
"""
Écris ce qui vient ensuite, dans ${inLanguage(language)} : deux ou trois paragraphes qui disent autre chose${last ? `, jusqu’à « ${last} »` : ""}.
Longueur attendue : environ ${words} mots`;
}
