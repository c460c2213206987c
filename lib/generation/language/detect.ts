import type { eld } from "eld/medium";
import { createEld } from "../../../node_modules/eld/src/languageDetector.js";
import { quotationsOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";

/** The languages a book can be written in, and those its neighbours are told apart from. */
export const detectable = ["fr", "en", "es", "it", "de", "pt", "nl", "ca", "ro"];
/** A shorter text says too little of its language. */
const minWords = 6;

let loading: Promise<typeof eld> | undefined;

async function load(): Promise<typeof eld> {
  const { default: data } = await import("./ngrams.json", { with: { type: "json" } });
  const { instance, loadData } = createEld();
  loadData(data);
  instance.setLanguageSubset(detectable);
  return instance;
}

/**
 * Loads the detector, once: `eld` with the part of its medium set that concerns these languages
 * (`tools/language/ngrams.ts`), which takes 12 MB where the whole takes 180, and says the same.
 */
export function loadDetector(): Promise<typeof eld> {
  loading ??= load();
  return loading;
}

const letters = /\p{L}/gu;
const latin = /\p{Script=Latin}/gu;
const isMostlyNonLatin = (sentence: string) =>
  (sentence.match(latin)?.length ?? 0) * 2 < (sentence.match(letters)?.length ?? 0);

const withoutLanguage = /https?:\/\/\S+|www\.\S+|\[s?\d+\]/g;

/** The words of a plain text that are in a language, of those whose language can be told. */
export type LanguageCount = { words: number; own: number };

/** The count of a text's sentences, apart from those too short to tell and from quotations. */
export type SentenceCount = LanguageCount & { short: string[]; quotations: string[] };

export async function countLanguage(text: string, language: string): Promise<SentenceCount> {
  const { detect } = await loadDetector();
  const { quotations, rest } = quotationsOf(text.replace(withoutLanguage, " "));
  const count: SentenceCount = { words: 0, own: 0, short: [], quotations };
  for (const part of rest.split(/(?<=[.!?…])\s+/)) {
    const sentence = part.trim();
    const words = wordsIn(sentence).length;
    if (words >= minWords || isMostlyNonLatin(sentence)) {
      count.words += words;
      if (detect(sentence).language === language) count.own += words;
    } else if (words > 0 && /[.!?…]$/.test(sentence)) count.short.push(sentence);
  }
  return count;
}

/** The score of a language, compared with the best, below which a text is foreign: names and terms cost it a little. */
const minScoreRatio = 0.75;
/** Fewer words may be all names and terms. */
const minWordsTogether = 4;

/** Tells whether titles, short sentences or a list, taken together, are clearly in another language. */
export async function isForeign(texts: string[], language: string): Promise<boolean> {
  const text = texts.map((one) => one.replace(/(?<![\s.])[\s.]+$/, "")).join(". ");
  if (wordsIn(text).length < minWordsTogether) return false;
  if (isMostlyNonLatin(text)) return true;
  const scores: Record<string, number> = (await loadDetector()).detect(text).getScores();
  return (scores[language] ?? 0) < minScoreRatio * Math.max(...Object.values(scores));
}
