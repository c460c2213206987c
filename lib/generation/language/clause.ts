import { wordsIn } from "../../document/words.ts";
import { isMostlyNonLatin, loadDetector } from "./detect.ts";
import { comparedLanguages, functionWordsOf } from "./function-words.ts";

/**
 * `unlisted`: in words that seem of another language, although they may be a series of commands, names or abbreviations;
 * `unknown`: too few words, or names, numbers and terms alone.
 */
export type Verdict = "own" | "foreign" | "unlisted" | "unknown";

/** Words of which an elision is one more: « l’eau » has the article. */
const piecesOf = (text: string): string[] => wordsIn(text).flatMap((word) => word.split(/['’]/));

const isCommon = (word: string) => /^\p{Ll}/u.test(word);

/** What a language says for itself against another: words that only one of the two has. */
function countExclusive(pieces: string[], mine: ReadonlySet<string>, theirs: ReadonlySet<string>) {
  let own = 0;
  let other = 0;
  const distinct = new Set<string>();
  for (const piece of pieces) {
    if (mine.has(piece) && !theirs.has(piece)) own += 1;
    if (!theirs.has(piece) || mine.has(piece)) continue;
    other += 1;
    distinct.add(piece);
  }
  return { own, other: distinct.size < 2 ? 0 : other };
}

/** Common words from which a text may be in a language that no list has. */
const minCommonWords = 8;
/** Of the words of a text, function words are about half. */
const minOwnShare = 0.25;

const isForeign = ({ own, other }: { own: number; other: number }, words: number) =>
  other > own && other >= words * (other >= 3 * own ? 0.12 : 0.2);

/** Tells by function words: names, titles and terms have none, whatever their language. */
export async function judge(text: string, language: string): Promise<Verdict> {
  if (isMostlyNonLatin(text)) return "foreign";
  const written = piecesOf(text);
  const pieces = written.filter((piece, index) => index === 0 || isCommon(piece)).map((piece) => piece.toLowerCase());
  const mine = functionWordsOf(language);
  const own = pieces.filter((piece) => mine.has(piece)).length;
  const rivals = comparedLanguages
    .filter((other) => other !== language)
    .map((other) => countExclusive(pieces, mine, functionWordsOf(other)));
  const worst = rivals.reduce((a, b) => (b.other - b.own > a.other - a.own ? b : a));
  if (isForeign(worst, written.length)) return "foreign";
  if (own > 0 && own >= pieces.length * minOwnShare) return "own";
  const found = (await loadDetector()).detect(text).language;
  if (pieces.length < minCommonWords || found === language) return own > 0 ? "own" : "unknown";
  return "unlisted";
}
