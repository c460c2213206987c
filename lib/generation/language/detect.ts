import type { eld } from "eld/medium";
import { quotationsOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";

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

/** What is nobody's language: addresses, source marks. And what may be somebody else's. */
const nobodys = /https?:\/\/\S+|www\.\S+|\[s?\d+\]/g;

/** The words of a plain text that are in a language, of those whose language can be told. */
export type LanguageCount = { words: number; own: number };

/** A text as its sentences say: those too short to tell are told together, quotations apart. */
export type SentenceCount = LanguageCount & { short: string[]; quotations: string[] };

/** Reads a paragraph sentence by sentence. */
export async function countLanguage(text: string, language: string): Promise<SentenceCount> {
  const { detect } = await loadDetector();
  const { quotations, rest } = quotationsOf(text.replace(nobodys, " "));
  const count: SentenceCount = { words: 0, own: 0, short: [], quotations };
  for (const part of rest.split(/(?<=[.!?…])\s+/)) {
    const sentence = part.trim();
    const words = wordsIn(sentence).length;
    if (words >= fewestWords || sharesNothing(sentence)) {
      count.words += words;
      if (detect(sentence).language === language) count.own += words;
    } else if (words > 0 && /[.!?…]$/.test(sentence)) count.short.push(sentence);
  }
  return count;
}

/** Names and borrowed terms look like another language a little; what is in one looks like it far more. */
const byFar = 0.75;
/** Fewer words than this may be all names and terms. */
const fewestTogether = 4;

/** Whether titles, short sentences, a list are, taken together, in another language, and by far. */
export async function isForeign(texts: string[], language: string): Promise<boolean> {
  const text = texts.map((one) => one.replace(/(?<![\s.])[\s.]+$/, "")).join(". ");
  if (wordsIn(text).length < fewestTogether) return false;
  if (sharesNothing(text)) return true;
  const scores: Record<string, number> = (await loadDetector()).detect(text).getScores();
  return (scores[language] ?? 0) < byFar * Math.max(...Object.values(scores));
}
