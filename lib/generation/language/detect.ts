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
export const isMostlyNonLatin = (sentence: string) =>
  (sentence.match(latin)?.length ?? 0) * 2 < (sentence.match(letters)?.length ?? 0);

const withoutLanguage = /https?:\/\/\S+|www\.\S+|\[s?\d+\]/g;

/** Scores so near tell no difference: a short Spanish sentence reads like Catalan, too. */
const equalScoreRatio = 0.95;

/** `own` counts the words in the language asked for, of those whose language can be told. */
export type LanguageCount = { words: number; own: number };

type Scores = Record<string, number>;

/** A language's score as a share of the best one. */
function ratioOf(scores: Scores, language: string): number {
  const best = Math.max(...Object.values(scores));
  return best > 0 ? (scores[language] ?? 0) / best : 0;
}

export type SentenceCount = LanguageCount & { short: string[]; quotations: string[] };

export async function countLanguage(text: string, language: string): Promise<SentenceCount> {
  const { detect } = await loadDetector();
  const isOwn = (sentence: string) => ratioOf(detect(sentence).getScores(), language) >= equalScoreRatio;
  const { quotations, rest } = quotationsOf(text.replace(withoutLanguage, " "));
  const count: SentenceCount = { words: 0, own: 0, short: [], quotations };
  for (const part of rest.split(/(?<=[.!?…])\s+/)) {
    const sentence = part.trim();
    const words = wordsIn(sentence).length;
    if (words >= minWords || isMostlyNonLatin(sentence)) {
      count.words += words;
      if (isOwn(sentence)) count.own += words;
    } else if (words > 0 && /[.!?…]$/.test(sentence)) count.short.push(sentence);
  }
  return count;
}

const readCharacters = 4000;

/** The language of a text as a whole, read at its beginning; undefined where no letter tells one. */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const { detect } = await loadDetector();
  const read = text.slice(0, readCharacters).replace(withoutLanguage, " ");
  return isMostlyNonLatin(read) ? undefined : detect(read).language || undefined;
}

/** A language with less than this share of the best score is foreign: names and terms cost it a little. */
const minScoreRatio = 0.75;
/** Between languages that share their words, so small a share is a large difference. */
const minKinRatio = 0.92;
const kin: Record<string, string[]> = { es: ["pt", "it"], pt: ["es", "it"], it: ["es", "pt"], de: ["nl"], nl: ["de"] };
/** Fewer words may be all names and terms. */
const minWordsTogether = 4;

export async function isForeign(texts: string[], language: string): Promise<boolean> {
  const text = texts.map((one) => one.replace(/(?<![\s.])[\s.]+$/, "")).join(". ");
  if (wordsIn(text).length < minWordsTogether) return false;
  if (isMostlyNonLatin(text)) return true;
  const { language: best, getScores } = (await loadDetector()).detect(text);
  const minRatio = kin[language]?.includes(best) ? minKinRatio : minScoreRatio;
  return ratioOf(getScores(), language) < minRatio;
}
