import { wordsIn } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { namesIn } from "../losses/names.ts";
import type { Term } from "../prompts/translation.ts";

const maxNames = 30;
const minOccurrences = 3;
/** The beginning of a chapter names who is in it. */
const readCharacters = 30_000;
const minLetters = 3;
/** A question is not to be longer for its terms than for its text. */
const maxTermsAsked = 20;

/** The words by which names are known in a book, as they are written there, the most frequent first. */
export async function recurringNames(texts: string[]): Promise<string[]> {
  const found = new Map<string, { word: string; count: number }>();
  for (const text of texts.map((whole) => whole.slice(0, readCharacters))) {
    await yieldToEventLoop();
    const names = new Set(namesIn(text));
    for (const word of wordsIn(text)) {
      const key = word.toLowerCase();
      if (word === key || word.length < minLetters || !names.has(key)) continue;
      const known = found.get(key) ?? { word, count: 0 };
      found.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()]
    .filter(({ count }) => count >= minOccurrences)
    .sort((one, other) => other.count - one.count)
    .slice(0, maxNames)
    .map(({ word }) => word);
}

/** The terms that a text says, longer ones first. */
export function termsIn(text: string, terms: Term[]): Term[] {
  const said = text.toLowerCase();
  return terms
    .filter(({ term }) => said.includes(term.toLowerCase()))
    .sort((one, other) => other.term.length - one.term.length)
    .slice(0, maxTermsAsked);
}
