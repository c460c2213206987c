import type { VoiceMeasure } from "../../contract/voice.ts";
import type { Document } from "../../document/document.ts";
import { withoutInstructions } from "../../document/prose/instructions.ts";
import type { ProsePassage } from "../../document/prose/passage.ts";
import { proseOf } from "../../document/prose/read.ts";
import { sentencesOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { barewordsIn } from "./barewords.ts";
import { countPersons, type PersonCounts, personOf } from "./person.ts";
import { countTenses, type TenseCounts, tenseOf } from "./tense.ts";

const countWords = (text: string) => wordsIn(text).length;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]) => sum(values) / values.length;

function spreadOf(values: number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** A shorter quotation within a paragraph is a word or a title. */
const minSaidWords = 4;

/** The words that are said in dialogue, of a passage. */
function saidIn({ kind, text, asides }: ProsePassage): number {
  if (kind === "speech") return sum([text, ...asides].map(countWords));
  const quoted = asides.map(countWords).filter((count) => count >= minSaidWords);
  return kind === "prose" ? sum(quoted) : 0;
}

/** Lines of a text that was wrapped by hand are one paragraph. */
const sentencesIn = (paragraph: string): string[] =>
  sentencesOf(paragraph.replaceAll("\n", " ")).filter((sentence) => countWords(sentence) > 0);

type Counts = {
  words: number;
  saidWords: number;
  sentences: number[];
  paragraphs: number[];
  persons: PersonCounts;
  tenses: TenseCounts;
};

/** Reads the paragraphs of whoever tells, and what is said in dialogue; lists, verse and quotations are neither. */
function countDocument(document: Document, language: string | undefined): Counts {
  const passages = proseOf(document).flat();
  const prose = passages.filter(({ kind }) => kind === "prose").map(({ text }) => withoutInstructions(text));
  const paragraphs = prose.filter((text) => countWords(text) > 0);
  const sentences = paragraphs.flatMap(sentencesIn);
  const words = sentences.map(barewordsIn);
  return {
    words: document.words,
    saidWords: sum(passages.map(saidIn)),
    sentences: sentences.map(countWords),
    paragraphs: paragraphs.map(countWords),
    persons: countPersons(words, language),
    tenses: countTenses(words, language),
  };
}

function joinPersons(all: Counts[]): PersonCounts {
  const joined: PersonCounts = new Map();
  for (const [person, count] of all.flatMap(({ persons }) => [...persons]))
    joined.set(person, (joined.get(person) ?? 0) + count);
  return joined;
}

const joinTenses = (all: Counts[]): TenseCounts => ({
  past: sum(all.map(({ tenses }) => tenses.past)),
  present: sum(all.map(({ tenses }) => tenses.present)),
});

/** Of fewer words, a mean says little: a dialogue has a sentence of its narrator here and there. */
const minToldWords = 100;

function conclude(all: Counts[]): VoiceMeasure {
  const sentences = all.flatMap((one) => one.sentences);
  const told = sum(sentences);
  const said = sum(all.map(({ saidWords }) => saidWords));
  const counts = { words: sum(all.map(({ words }) => words)), sentences: sentences.length };
  const share = told + said > 0 && { dialogue_share: Math.round((said / (told + said)) * 100) / 100 };
  if (told < minToldWords) return { ...counts, ...share };
  const person = personOf(joinPersons(all), sentences.length);
  const tense = tenseOf(joinTenses(all));
  return {
    ...counts,
    ...(person && { person }),
    ...(tense && { tense }),
    sentence_words: Math.round(mean(sentences)),
    ...(sentences.length > 1 && { sentence_spread: Math.round(spreadOf(sentences)) }),
    paragraph_words: Math.round(mean(all.flatMap(({ paragraphs }) => paragraphs))),
    ...share,
  };
}

/** Counts how texts are written, their dialogues apart; what cannot be told is left out. Yields to the event loop. */
export async function measureVoice(documents: Document[], language: string | undefined): Promise<VoiceMeasure> {
  const all: Counts[] = [];
  for (const document of documents) {
    all.push(countDocument(document, language));
    await yieldToEventLoop();
  }
  return conclude(all);
}
