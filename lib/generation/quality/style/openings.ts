import { wordsIn } from "../../../document/words.ts";
import type { Paragraph } from "./prose.ts";

const sharedWords = 3;
const minParagraphs = 3;

/** Finds the first words of paragraphs that open alike, when more than a third of a chapter's do. */
export function findOneMould(paragraphs: Paragraph[]): string[] {
  const openings = paragraphs
    .map(({ text }) => wordsIn(text.toLocaleLowerCase("fr")).slice(0, sharedWords))
    .filter(({ length }) => length === sharedWords)
    .map((words) => words.join(" "));
  return [...Map.groupBy(openings, (opening) => opening)]
    .filter(([, same]) => same.length >= minParagraphs && same.length > openings.length / 3)
    .map(([opening]) => opening);
}
