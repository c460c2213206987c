import type { eld } from "eld/medium";
import { createEld } from "../../../node_modules/eld/src/languageDetector.js";
import { quotationsOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";

/** Includes the neighbours that the languages of books are told apart from. */
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

/** Loads n-grams of these languages alone (`tools/language/ngrams.ts`): 12 MB instead of 180, with the same results. */
export function loadDetector(): Promise<typeof eld> {
  loading ??= load();
  return loading;
}

const letters = /\p{L}/gu;
const latin = /\p{Script=Latin}/gu;
const isMostlyNonLatin = (sentence: string) =>
  (sentence.match(latin)?.length ?? 0) * 2 < (sentence.match(letters)?.length ?? 0);

const withoutLanguage = /https?:\/\/\S+|www\.\S+|\[s?\d+\]/g;

/** `own` counts the words in the language asked for, of those whose language can be told. */
export type LanguageCount = { words: number; own: number };

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

/** A language with less than this share of the best score is foreign: names and terms cost it a little. */
const minScoreRatio = 0.75;
/** Fewer words may be all names and terms. */
const minWordsTogether = 4;

export async function isForeign(texts: string[], language: string): Promise<boolean> {
  const text = texts.map((one) => one.replace(/(?<![\s.])[\s.]+$/, "")).join(". ");
  if (wordsIn(text).length < minWordsTogether) return false;
  if (isMostlyNonLatin(text)) return true;
  const scores: Record<string, number> = (await loadDetector()).detect(text).getScores();
  return (scores[language] ?? 0) < minScoreRatio * Math.max(...Object.values(scores));
}
