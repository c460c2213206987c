import { wordsIn } from "../../../document/words.ts";
import type { Finding, Paragraph, Sentence } from "./prose.ts";

const sentencesBefore = 15;
const minStems = 6;
/** A shorter sentence that comes again word for word may be a refrain. */
const minCopiedWords = 12;
/** The share of the shorter sentence's stems that the other one has. */
const minShared = 0.6;

function isSaidBy(sentence: Sentence, earlier: Sentence): boolean {
  const [short, long] =
    sentence.stems.size < earlier.stems.size ? [sentence.stems, earlier.stems] : [earlier.stems, sentence.stems];
  if (sentence.text === earlier.text) return wordsIn(sentence.text).length >= minCopiedWords;
  if (short.size < minStems) return false;
  let shared = 0;
  for (const stem of short) if (long.has(stem)) shared++;
  return shared / short.size >= minShared;
}

/** Finds sentences that say one of the fifteen before them again, in other words or the same. */
export function findSaidAgain(paragraphs: Paragraph[]): Finding[] {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  return sentences
    .filter((sentence, at) =>
      sentences.slice(Math.max(0, at - sentencesBefore), at).some((earlier) => isSaidBy(sentence, earlier)),
    )
    .map(({ text, block }) => ({ quote: text, block }));
}
