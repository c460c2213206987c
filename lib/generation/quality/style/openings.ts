import { wordsIn } from "../../../document/words.ts";
import type { Finding, Paragraph } from "./prose.ts";

const sharedWords = { paragraphs: 3, sentences: 2 };
const minParagraphs = 3;
const minSentences = 8;
const minSentenceWords = 4;
/**
 * Of 923 passages of published books, in French and English, none has a larger share of sentences that begin with two words
 * of one of the five before, or with the first word of one of the three before.
 */
const sentences = { before: 5, maxShare: 0.33 };
const monotony = { before: 3, minSentences: 6, maxShare: 0.55 };

type Opening = { quote: string; block: number };

function openingsOf(texts: { text: string; block: number }[], count: number): Opening[] {
  return texts
    .map(({ text, block }) => ({ words: wordsIn(text.slice(0, 200).toLocaleLowerCase("fr")), block }))
    .filter(({ words }) => words.length >= Math.max(count, minSentenceWords))
    .map(({ words, block }) => ({ quote: words.slice(0, count).join(" "), block }));
}

const comesAgain = (openings: Opening[], before: number): Opening[] =>
  openings.filter(({ quote }, at) =>
    openings.slice(Math.max(0, at - before), at).some((earlier) => earlier.quote === quote),
  );

const sentencesIn = (paragraphs: Paragraph[]) => paragraphs.flatMap((paragraph) => paragraph.sentences);

/** The share of sentences, 0 to 1, that begin with the same word as one of the three before; undefined for a few. */
export function monotonyOf(paragraphs: Paragraph[]): number | undefined {
  const openings = openingsOf(sentencesIn(paragraphs), 1);
  if (openings.length < monotony.minSentences) return undefined;
  return comesAgain(openings, monotony.before).length / openings.length;
}

/** Finds the first words of paragraphs that open alike, when more than a third of a chapter's do, and of sentences. */
export function findOneMould(paragraphs: Paragraph[]): Finding[] {
  const openings = openingsOf(paragraphs, sharedWords.paragraphs);
  const ofParagraphs = [...Map.groupBy(openings, ({ quote }) => quote).values()]
    .filter((same) => same.length >= minParagraphs && same.length > openings.length / 3)
    .flatMap(([first]) => first ?? []);
  const all = openingsOf(sentencesIn(paragraphs), sharedWords.sentences);
  const again = comesAgain(all, sentences.before);
  const isMonotonous = (monotonyOf(paragraphs) ?? 0) > monotony.maxShare;
  const isOneMould = all.length >= minSentences && (again.length > all.length * sentences.maxShare || isMonotonous);
  const [most] = [...Map.groupBy(again.length > 0 ? again : all, ({ quote }) => quote).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return [...ofParagraphs, ...(isOneMould && most?.[0] ? [most[0]] : [])];
}
