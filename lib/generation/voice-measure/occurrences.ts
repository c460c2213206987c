import type { Document } from "../../document/document.ts";
import { proseOf } from "../../document/prose/read.ts";
import { barewordsIn } from "./barewords.ts";

/** What the text says itself: not the quotations, code or verse that are set in it. */
const ownText = (document: Document): string[] =>
  proseOf(document)
    .flat()
    .filter(({ kind }) => kind !== "set")
    .map(({ text }) => text);

/** The words and phrases by their first word, so that a text is read once for all of them. */
function byFirstWord(phrases: string[]): Map<string, { phrase: string; words: string[] }[]> {
  const found = new Map<string, { phrase: string; words: string[] }[]>();
  for (const phrase of phrases) {
    const words = barewordsIn(phrase);
    const [first] = words;
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), { phrase, words }]);
  }
  return found;
}

/** Counts words and phrases in a text, as they are written, whatever their case. Those that do not occur are left out. */
export function countOccurrences(texts: string[], phrases: string[]): Map<string, number> {
  const starts = byFirstWord(phrases);
  const counts = new Map<string, number>();
  for (const words of texts.map(barewordsIn))
    for (const [at, word] of words.entries())
      for (const { phrase, words: wanted } of starts.get(word) ?? [])
        if (wanted.every((one, index) => words[at + index] === one)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return counts;
}

export const occurrencesIn = (document: Document, phrases: string[]): Map<string, number> =>
  countOccurrences(ownText(document), phrases);
