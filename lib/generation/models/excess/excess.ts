import { createRepetitionReader } from "./repetition.ts";
import { createTokenizer, type Token } from "./tokens.ts";

/** Why an answer is read no further, and the characters of it that are worth keeping. */
export type Excess = { ended: "repeating" | "too-long"; kept: number };

/** Characters in which something new has to be said: some of what was asked, thoughts go round in longer circles. */
const stretches = { perWord: 2.4, min: 400, max: 1200, ofThoughts: 3000 };
/** A shape writes the names of its fields beside what it was asked to say. */
const maxLength = {
  ofText: 2,
  ofShape: 6,
  minWords: 120,
  ofUnmarkedThoughts: 4000,
  charactersPerWord: 20,
  thoughtCharacters: 200_000,
};
const maxBlankCharacters = 1000;

/** Counts what stands between blanks: an address or a formula is a word, however many names it is made of. */
function createWordCounter(): (token: Token) => number {
  let words = 0;
  let isCounted = false;
  return ({ text, gap }) => {
    if (gap !== "") isCounted = false;
    if (!isCounted && /^[\p{L}\p{N}]/u.test(text)) {
      words++;
      isCounted = true;
    }
    return words;
  };
}

type Limits = { maxStretch: number; maxWords?: number; maxCharacters?: number; written?: string | undefined };

function createReader({ maxWords = Infinity, maxCharacters = Infinity, ...limits }: Limits) {
  const tokensOf = createTokenizer();
  const repetitionAt = createRepetitionReader(limits);
  const wordsUpTo = createWordCounter();
  let length = 0;
  let end = 0;
  return (delta: string): Excess | undefined => {
    for (const token of tokensOf(delta)) {
      const repetition = repetitionAt(token);
      if (repetition !== undefined) return { ended: "repeating", kept: repetition };
      if (wordsUpTo(token) > maxWords) return { ended: "too-long", kept: token.start };
      end = token.end;
    }
    length += delta.length;
    if (length > maxCharacters) return { ended: "too-long", kept: length };
    // No word of a language is so long, and no layout of an object so wide.
    return length - end > maxBlankCharacters ? { ended: "repeating", kept: end } : undefined;
  };
}

/** What a question lets expect of its answer; `written` is what the answer continues. */
export type Expected = { words?: number | undefined; isShaped: boolean; written?: string | undefined };

/** What is being read: unmarked text may turn out to be thought. */
export type Kind = "answer" | "unmarked" | "thoughts";

function limitsOf(kind: Kind, { words, isShaped, written }: Expected): Limits {
  const { perWord, min, max, ofThoughts } = stretches;
  const { ofText, ofShape, minWords, ofUnmarkedThoughts, charactersPerWord } = maxLength;
  if (kind === "thoughts") return { maxStretch: ofThoughts, maxCharacters: maxLength.thoughtCharacters };
  const maxWords = words && Math.max(minWords, words * (isShaped ? ofShape : ofText));
  if (kind === "unmarked")
    return { maxStretch: ofThoughts, ...(maxWords && { maxWords: maxWords + ofUnmarkedThoughts }) };
  const maxStretch = isShaped || words === undefined ? max : Math.min(max, Math.max(min, words * perWord));
  return { maxStretch, written, ...(maxWords && { maxWords, maxCharacters: maxWords * charactersPerWord }) };
}

/** Reads a text while it comes. @returns gives its excess once it repeats itself or is far longer than expected */
export const createExcessReader = (kind: Kind, expected: Expected): ((delta: string) => Excess | undefined) =>
  createReader(limitsOf(kind, expected));
