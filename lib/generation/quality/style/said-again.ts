import type { Finding, Paragraph, Sentence } from "./prose.ts";

const sentencesBefore = 15;
const minStems = 6;
/** The share of the shorter sentence's stems that the other one has. */
const minShared = 0.6;

function isSaidBy(sentence: Sentence, earlier: Sentence): boolean {
  const [short, long] =
    sentence.stems.size < earlier.stems.size ? [sentence.stems, earlier.stems] : [earlier.stems, sentence.stems];
  // A sentence said again in the same words is a refrain, or a repetition that other checks count.
  if (short.size < minStems || sentence.text === earlier.text) return false;
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
