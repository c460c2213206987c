import type { eld } from "eld/medium";
import { wordsIn } from "../text/words.ts";

/** The languages a book can be written in, and those its neighbours are told apart from. */
const known = ["fr", "en", "es", "it", "de", "pt", "nl", "ca", "ro"];
/** What is shorter says too little of its language. */
const fewestWords = 6;

let loading: Promise<typeof eld> | undefined;

/**
 * The detector: two megabytes, so only who needs it loads it, once. Loading holds the event loop for some
 * 0.4 s: a process that stays calls this before it begins to write.
 */
export function loadDetector(): Promise<typeof eld> {
  loading ??= import("eld/medium").then((module) => {
    const own = module.eld.newInstance();
    own.setLanguageSubset(known);
    return own;
  });
  return loading;
}

const letters = /\p{L}/gu;
const latin = /\p{Script=Latin}/gu;
const sharesNothing = (sentence: string) =>
  (sentence.match(latin)?.length ?? 0) * 2 < (sentence.match(letters)?.length ?? 0);

/** What is nobody's language, or somebody else's: addresses, source marks, quotations. */
const foreignMatter = /https?:\/\/\S+|www\.\S+|\[s?\d+\]|«[^»]*»|“[^”]*”|"[^"\n]*"/g;

/** The words of a plain text that are in a language, of those whose language can be told. */
export type LanguageCount = { words: number; own: number };

/** Reads a paragraph sentence by sentence. */
export async function countLanguage(text: string, language: string): Promise<LanguageCount> {
  const { detect } = await loadDetector();
  let [words, own] = [0, 0];
  for (const sentence of text.replace(foreignMatter, " ").split(/(?<=[.!?…])\s+/)) {
    const count = wordsIn(sentence).length;
    if (count < fewestWords && !sharesNothing(sentence)) continue;
    words += count;
    if (detect(sentence.trim()).language === language) own += count;
  }
  return { words, own };
}
