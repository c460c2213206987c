import { foldText } from "../../contract/outline.ts";
import { similarity } from "../../document/similarity.ts";

/** Words of four letters and more that say nothing of a subject, nor tell one chapter from another. */
const stopWords = new Set(
  foldText(`ainsi alors après aussi autre autres avant avec avoir cela celle celles cette ceux chaque chapitre comme
comment contre dans depuis deux donc dont elle elles encore enfin entre être fait faire font ils leur leurs livre mais
même mêmes moins notre nous parce partie peut peuvent plus pour pourquoi puis quand quel quelle quelles quels quoi sans
sera sont sous tous tout toute toutes très trois vers voir votre vous about after also been before book chapter each
from have into more other part than that their them then there these they this those through what when where which
while will with without your`).split(" "),
);

/** Words that carry meaning, without accents, in the order of the text. */
export const contentWordsOf = (text: string): string[] =>
  foldText(text)
    .split(" ")
    .filter((word) => word.length > 3 && !stopWords.has(word));

/** Fewer words are no ground to judge on. */
const minWords = 5;

/** @returns the Jaccard index of the words that carry meaning, 0 to 1; 0 for short texts */
export function overlapOf(one: string, other: string): number {
  const a = new Set(contentWordsOf(one));
  const b = new Set(contentWordsOf(other));
  if (Math.min(a.size, b.size) < minWords) return 0;
  return similarity(a, b);
}
