import { wordsIn } from "../../../document/words.ts";
import type { Finding, Paragraph } from "./prose.ts";

const sharedWords = 3;
const minParagraphs = 3;

/** Finds the first words of paragraphs that open alike, when more than a third of a chapter's do. */
export function findOneMould(paragraphs: Paragraph[]): Finding[] {
  const openings = paragraphs
    .map(({ text, block }) => ({ words: wordsIn(text.toLocaleLowerCase("fr")).slice(0, sharedWords), block }))
    .filter(({ words }) => words.length === sharedWords)
    .map(({ words, block }) => ({ quote: words.join(" "), block }));
  return [...Map.groupBy(openings, ({ quote }) => quote).values()]
    .filter((same) => same.length >= minParagraphs && same.length > openings.length / 3)
    .flatMap(([first]) => first ?? []);
}
