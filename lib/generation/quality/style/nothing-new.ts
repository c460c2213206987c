import type { Finding, Paragraph } from "./prose.ts";

const minWords = 20;
const wordsBefore = 600;
const paragraphsBefore = 60;
const minNewShare = 0.3;

/** Finds paragraphs most of whose words that carry meaning stand in the six hundred words before them. */
export function findNothingNew(paragraphs: Paragraph[]): Finding[] {
  return paragraphs
    .filter(({ words, stems }, at) => {
      if (words < minWords) return false;
      const known = new Set<string>();
      let read = 0;
      for (let before = at - 1; before >= Math.max(0, at - paragraphsBefore) && read < wordsBefore; before--) {
        for (const stem of paragraphs[before]?.stems ?? []) known.add(stem);
        read += paragraphs[before]?.words ?? 0;
      }
      const own = new Set(stems);
      const fresh = [...own].filter((stem) => !known.has(stem)).length;
      return own.size > 0 && fresh < own.size * minNewShare;
    })
    .map(({ text, block }) => ({ quote: text, block }));
}
