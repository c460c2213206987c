import { seededRandom } from "../machine/random.ts";
import { type OtherLanguage, otherLanguages } from "./other-languages.ts";
import { vocabulary } from "./vocabulary.ts";

/** A language that the fake model writes. */
export type Language = keyof typeof vocabulary | OtherLanguage;

export const countWords = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Draws from lists, always the same for the same seed, which FNV-1a turns into a number. */
function createDraw(seed: string) {
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const random = seededRandom(hash);
  const below = (limit: number) => Math.floor(random() * limit);
  return { below, from: (list: string[]) => list[below(list.length)] ?? "" };
}
type Draw = ReturnType<typeof createDraw>;

const vowel = /^[aeiouyéèêàâîôûh]/i;

type Article = "definite" | "genitive" | "any";

function frenchNoun(draw: Draw, article: Article): string {
  const { masculine, feminine, adjectives } = vocabulary.fr;
  const gender = draw.below(2);
  const noun = draw.from(gender === 0 ? masculine : feminine);
  const elided = vowel.test(noun);
  const definite = elided ? "l’" : gender === 0 ? "le " : "la ";
  if (article === "genitive") return `${definite === "le " ? "du " : `de ${definite}`}${noun}`;
  const adjective = draw.from(adjectives).split("/");
  const agreed = draw.below(3) === 0 ? ` ${adjective[gender] ?? adjective[0]}` : "";
  const others = [definite, gender === 0 ? "un " : "une ", gender === 0 ? (elided ? "cet " : "ce ") : "cette "];
  return `${article === "definite" ? definite : others[draw.below(3)]}${noun}${agreed}`;
}

function englishNoun(draw: Draw, article: Article): string {
  const noun = draw.from(draw.below(2) === 0 ? vocabulary.en.masculine : vocabulary.en.feminine);
  if (article === "genitive") return `of the ${noun}`;
  const adjective = draw.below(3) === 0 ? `${draw.from(vocabulary.en.adjectives)} ` : "";
  return `${article === "definite" ? "the" : ["the", "this", "that"][draw.below(3)]} ${adjective}${noun}`;
}

const nounIn = (language: OtherLanguage) => (draw: Draw, article: Article) => {
  const { nouns, genitive } = otherLanguages[language];
  const noun = draw.from(nouns);
  return article === "genitive" ? genitive(noun) : noun;
};

const nouns: Record<Language, (draw: Draw, article: Article) => string> = {
  fr: frenchNoun,
  en: englishNoun,
  es: nounIn("es"),
  de: nounIn("de"),
  it: nounIn("it"),
  pt: nounIn("pt"),
  nl: nounIn("nl"),
};
const words = { ...vocabulary, ...otherLanguages };

const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);

function nounPhrase(draw: Draw, language: Language): string {
  const noun = nouns[language](draw, "any");
  return draw.below(2) === 0 ? `${noun} ${nouns[language](draw, "genitive")}` : noun;
}

function clause(draw: Draw, language: Language): string {
  const { verbs, adverbs } = words[language];
  const adverb = draw.below(3) === 0 ? ` ${draw.from(adverbs)}` : "";
  const subject = `${nouns[language](draw, "any")} ${nouns[language](draw, "genitive")}`;
  return language !== "en"
    ? `${subject} ${draw.from(verbs)}${adverb} ${nounPhrase(draw, language)}`
    : `${subject} ${draw.from(verbs)} ${nounPhrase(draw, language)}${adverb}`;
}

function sentence(draw: Draw, language: Language): string {
  const { starters, links } = words[language];
  const opening = draw.below(3) === 0 ? `${draw.from(starters)}, ` : "";
  const second = draw.below(2) === 0 ? `, ${draw.from(links)} ${clause(draw, language)}` : "";
  return capitalise(`${opening}${clause(draw, language)}${second}.`.replace(/(\b(?:puis|lors)?qu)e (?=une? )/g, "$1’"));
}

const heading = (draw: Draw, language: Language) =>
  capitalise(`${nouns[language](draw, "definite")} ${nouns[language](draw, "genitive")}`);

export const titleFor = (seed: string, language: Language): string => heading(createDraw(seed), language);

/** Draws a sentence as close as possible to a number of words. */
function sentenceOf(draw: Draw, language: Language, words: number): string {
  const candidates = Array.from({ length: 40 }, () => sentence(draw, language));
  const distance = (text: string) => Math.abs(countWords(text) - words);
  return candidates.reduce((best, text) => (distance(text) < distance(best) ? text : best));
}

function paragraph(draw: Draw, language: Language, maxWords: number): string {
  const sentences: string[] = [];
  const wanted = 45 + draw.below(45);
  for (let left = maxWords; left > 6 && maxWords - left < wanted; ) {
    const next = left < 30 ? sentenceOf(draw, language, left) : sentence(draw, language);
    sentences.push(next);
    left -= countWords(next);
  }
  return sentences.join(" ");
}

/**
 * Writes correct, varied and senseless text, always the same for the same seed: `words` words to within a few, and no two
 * paragraphs alike however long a book is.
 * @param sections cuts it in sections, each under a heading of level 2
 */
export function prose(options: { seed: string; words: number; language: Language; sections?: boolean }): string {
  const { seed, language, sections = true } = options;
  const draw = createDraw(seed);
  const blocks: string[] = [];
  let left = options.words;
  let paragraphsLeft = 0;
  const add = (block: string) => {
    blocks.push(block);
    left -= countWords(block);
  };
  while (left > 6) {
    if (sections && paragraphsLeft <= 0 && left > 60) {
      add(`## ${heading(draw, language)}`);
      paragraphsLeft = 2 + draw.below(3);
    }
    add(paragraph(draw, language, left));
    paragraphsLeft--;
  }
  return blocks.join("\n\n");
}
