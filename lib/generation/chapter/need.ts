import type { Genre } from "../../contract/values.ts";
import type { Document } from "../../document/document.ts";
import { isHeading, listsOf, textBlocksOf, textOf } from "../../document/nodes.ts";
import { sumOfWords, wordsIn } from "../../document/words.ts";
import type { Need } from "../genre/traits.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { hasAnswers, hasExercises } from "./exercise-sections.ts";
import { isInVerse, isVerseLine } from "./verse.ts";

/** A poem in prose may hold a line of verse, and a collection a note. */
const minVerseShare = 0.05;
const minEntries = 2;

function verseShare({ blocks }: Document): number {
  const nodes = blocks.flatMap(({ node }) => textBlocksOf(node)).filter(({ type }) => type !== "heading");
  const texts = nodes.map((node) => ({ text: textOf(node), isVerse: node.type === "code" || isInVerse(textOf(node)) }));
  // Verses may stand each in a paragraph of its own.
  const lines = texts.map(({ text }) => isVerseLine(text));
  const words = texts
    .filter(({ isVerse }, at) => isVerse || (lines[at] && (lines[at - 1] || lines[at + 1])))
    .reduce((sum, { text }) => sum + wordsIn(text).length, 0);
  return words / Math.max(1, sumOfWords(blocks));
}

function countEntries({ blocks }: Document): number {
  const items = blocks.flatMap(({ node }) => listsOf(node)).flatMap(({ children }) => children);
  const heads = blocks.filter(
    ({ node }) =>
      (isHeading(node) && !isHeading(node, 1)) ||
      node.type === "table" ||
      (node.type === "paragraph" && node.children[0]?.type !== "text"),
  );
  return heads.length + items.length;
}

const lacks: Record<Need, (document: Document) => string | undefined> = {
  exercises: (document) => {
    if (!hasExercises(document))
      return "Ce chapitre d’un cours n’a pas d’exercices\u202f: ajoutez-en avec leurs corrigés, ou relancez la rédaction.";
    if (!hasAnswers(document))
      return "Les exercices de ce chapitre n’ont pas de corrigés\u202f: ajoutez-les, ou relancez la rédaction.";
  },
  verse: (document) =>
    verseShare(document) < minVerseShare
      ? "Ce chapitre d’un recueil de poèmes est en prose, sans un vers\u202f: relancez la rédaction, sauf si ce sont des poèmes en prose."
      : undefined,
  entries: (document) =>
    countEntries(document) < minEntries
      ? "Ce chapitre d’un ouvrage de référence n’a pas d’entrées où chercher\u202f: découpez-le en articles sous leur titre, ou relancez la rédaction."
      : undefined,
};

/** @returns in a sentence what a chapter lacks of what its genre cannot do without */
export function lackOf(document: Document, genre: Genre | undefined): string | undefined {
  const { need } = traitsOf(genre);
  return need && lacks[need](document);
}
