import { wordsIn } from "../../../document/words.ts";

/** A text may be this share too long or too short rather than end on a torn paragraph. */
const tolerance = 0.05;

export const countOf = (text: string): number => wordsIn(text).length;

/** Paragraphs; a heading goes with the paragraph below it, a list or a table with the sentence that introduces it. */
const unitsOf = (text: string): string[] => text.split(/(?<!^#[^\n]*|:)\n\n/m);

/** A list or a table is whole or absent. */
function beginningsOf(unit: string): string[] {
  const sentences = /\n[-|>\d]/.test(unit) ? [unit] : unit.split(/(?<=[.!?…]) (?=[\p{Lu}«])/u);
  return ["", ...sentences.map((_, index) => sentences.slice(0, index + 1).join(" "))];
}

/** Each section keeps its beginning, or is left out. */
export function cutToWords(text: string, wordsWanted: number): string {
  const margin = wordsWanted * tolerance;
  const kept: string[] = [];
  let isSectionCut = false;
  for (const unit of unitsOf(text)) {
    if (unit.startsWith("#")) isSectionCut = false;
    if (isSectionCut) continue;
    const wordsLeft = wordsWanted - countOf(kept.join("\n\n"));
    if (wordsLeft <= margin) break;
    const part = beginningsOf(unit).findLast((beginning) => countOf(beginning) <= wordsLeft + margin);
    if (part) kept.push(part);
    isSectionCut = part !== unit;
  }
  return kept.join("\n\n");
}
