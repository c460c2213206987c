import { comparedLanguages, functionWordsOf } from "../language/function-words.ts";

const token = /[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu;
const capital = /^\p{Lu}/u;
/** « SQLAlchemy », « UNESCO », but not « Saint-Malo » */
const isMarked = (word: string) => !word.includes("-") && (word.match(/\p{Lu}/gu)?.length ?? 0) > 1;
/** What a sentence may begin after, and so any word with a capital. */
const begins = /(?:^|[.!?…:;»”"«“(\n—–*_]|[•-] )[\s\u00a0\u202f]*$/u;
/** A language that gives its nouns a capital tells no names by it. */
const maxCapitalShare = 0.2;

/** A sentence may begin without a mark before it, as in a list. */
const isFunctionWord = (word: string): boolean =>
  comparedLanguages.some((language) => functionWordsOf(language).has(word.toLowerCase()));

/** Finds the names in a text: words with a capital that begin no sentence, and words with several. */
export function namesIn(text: string): string[] {
  const words = [...text.matchAll(token)].map(({ 0: word, index }) => ({
    word,
    before: text.slice(Math.max(0, index - 8), index),
  }));
  const inside = words.filter(({ before }) => !begins.test(before));
  const capitals = inside.filter(({ word }) => capital.test(word) && word.length > 1 && !isFunctionWord(word));
  const isNounCapital = words.length > 30 && capitals.length > inside.length * maxCapitalShare;
  const named = isNounCapital ? [] : capitals;
  const marked = words.filter(({ word }) => word.length > 1 && isMarked(word));
  return [...new Set([...named, ...marked].map(({ word }) => word.toLowerCase()))];
}

/** The words of a text as names are written: what is named in it may begin a sentence. */
export const wordsAsNames = (text: string): string[] => text.toLowerCase().match(token) ?? [];
