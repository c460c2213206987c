import type { ProsePassage } from "../../document/prose/passage.ts";
import { wordsIn } from "../../document/words.ts";
import { judge, type Verdict } from "./clause.ts";
import { isMostlyNonLatin } from "./detect.ts";

/** A shorter clause says too little of its language by itself. */
export const minClauseWords = 6;

export type Clause = { text: string; words: number; verdict: Verdict };
/** `apart` is what is set apart, and may be in another language. */
export type Counted = { said: Clause[]; apart: Clause[] };

const sentences = /(?<=[.!?…])\s+|\n/;
const clauses = /(?<=[;:])\s|\s[—–→=]\s|[()]/;

async function judgeClauses(sentence: string, language: string): Promise<Clause[]> {
  const judged: Clause[] = [];
  for (const part of sentence.split(clauses)) {
    const text = part.trim();
    const words = wordsIn(text).length;
    if (words === 0) continue;
    const verdict = words < minClauseWords && !isMostlyNonLatin(text) ? "unknown" : await judge(text, language);
    judged.push({ text, words, verdict });
  }
  return judged;
}

const isOwn = ({ verdict }: Clause) => verdict === "own";
const isForeign = ({ verdict }: Clause) => verdict === "foreign" || verdict === "unlisted";

/** What a sentence of the book's language says in another one is mentioned in it; so is what an item glosses. */
export async function countPassage({ kind, text, asides }: ProsePassage, language: string): Promise<Counted> {
  const read: Clause[][] = [];
  for (const sentence of text.split(sentences)) read.push(await judgeClauses(sentence, language));
  const isGlossed = kind === "item" && read.flat().some(isOwn);
  const counted: Counted = { said: [], apart: [] };
  for (const sentence of read)
    for (const clause of sentence) {
      const isForeignScript = isMostlyNonLatin(clause.text) && !isMostlyNonLatin(text);
      const isMentioned = isForeign(clause) && (isGlossed || isForeignScript || sentence.some(isOwn));
      const isSetApart = kind === "set" || (kind === "speech" && !isOwn(clause));
      (isSetApart || isMentioned ? counted.apart : counted.said).push(clause);
    }
  for (const aside of asides) counted.apart.push(...(await judgeClauses(aside, language)));
  return counted;
}
