import { type Language, words } from "./words.ts";

export const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Draws from lists, always the same for the same seed (FNV-1a, then mulberry32). */
function drawFrom(seed: string) {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, of: (list: string[]) => list[below(list.length)] ?? "" };
}
type Draw = ReturnType<typeof drawFrom>;

const vowel = /^[aeiouyéèêàâîôûh]/i;

function frenchNoun(draw: Draw, article: "le" | "de" | "any"): string {
  const list = words.fr;
  const gender = draw.below(2);
  const noun = draw.of(gender === 0 ? list.masculine : list.feminine);
  const elided = vowel.test(noun);
  const definite = elided ? "l’" : gender === 0 ? "le " : "la ";
  if (article === "de") return `${definite === "le " ? "du " : `de ${definite}`}${noun}`;
  const adjective = draw.of(list.adjectives).split("/");
  const agreed = draw.below(3) === 0 ? ` ${adjective[gender] ?? adjective[0]}` : "";
  const others = [definite, gender === 0 ? "un " : "une ", gender === 0 ? (elided ? "cet " : "ce ") : "cette "];
  return `${article === "le" ? definite : others[draw.below(3)]}${noun}${agreed}`;
}

function englishNoun(draw: Draw, article: "le" | "de" | "any"): string {
  const noun = draw.of(draw.below(2) === 0 ? words.en.masculine : words.en.feminine);
  if (article === "de") return `of the ${noun}`;
  const adjective = draw.below(3) === 0 ? `${draw.of(words.en.adjectives)} ` : "";
  return `${article === "le" ? "the" : ["the", "this", "that"][draw.below(3)]} ${adjective}${noun}`;
}

const nouns = { fr: frenchNoun, en: englishNoun };
const upper = (text: string) => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);

function group(draw: Draw, language: Language): string {
  const noun = nouns[language](draw, "any");
  return draw.below(2) === 0 ? `${noun} ${nouns[language](draw, "de")}` : noun;
}

function clause(draw: Draw, language: Language): string {
  const { verbs, adverbs } = words[language];
  const adverb = draw.below(3) === 0 ? ` ${draw.of(adverbs)}` : "";
  const subject = `${nouns[language](draw, "any")} ${nouns[language](draw, "de")}`;
  return language === "fr"
    ? `${subject} ${draw.of(verbs)}${adverb} ${group(draw, language)}`
    : `${subject} ${draw.of(verbs)} ${group(draw, language)}${adverb}`;
}

function sentence(draw: Draw, language: Language): string {
  const { starters, links } = words[language];
  const opening = draw.below(3) === 0 ? `${draw.of(starters)}, ` : "";
  const second = draw.below(2) === 0 ? `, ${draw.of(links)} ${clause(draw, language)}` : "";
  return upper(`${opening}${clause(draw, language)}${second}.`.replace(/(\b(?:puis|lors)?qu)e (?=une? )/g, "$1’"));
}

/** A section's title: a thing, and what it belongs to. */
const heading = (draw: Draw, language: Language) =>
  upper(`${nouns[language](draw, "le")} ${nouns[language](draw, "de")}`);

/** A section's title, always the same for the same seed. */
export const titleFor = (seed: string, language: Language): string => heading(drawFrom(seed), language);

/** The sentence that comes nearest to what is left. */
function lastSentence(draw: Draw, language: Language, left: number): string {
  const candidates = Array.from({ length: 40 }, () => sentence(draw, language));
  const off = (text: string) => Math.abs(wordsIn(text) - left);
  return candidates.reduce((best, text) => (off(text) < off(best) ? text : best));
}

function paragraph(draw: Draw, language: Language, limit: number): string {
  const sentences: string[] = [];
  const wanted = 45 + draw.below(45);
  for (let left = limit; left > 6 && limit - left < wanted; ) {
    const next = left < 30 ? lastSentence(draw, language, left) : sentence(draw, language);
    sentences.push(next);
    left -= wordsIn(next);
  }
  return sentences.join(" ");
}

/**
 * Correct, varied and senseless text, always the same for the same seed: of `words` words to within a few, no two
 * paragraphs alike however long a book is.
 * @param sections whether it is cut in sections, each with its title in « ## »
 */
export function prose(options: { seed: string; words: number; language: Language; sections?: boolean }): string {
  const { seed, language, sections = true } = options;
  const draw = drawFrom(seed);
  const blocks: string[] = [];
  let [left, inSection] = [options.words, 0];
  const add = (block: string) => {
    blocks.push(block);
    left -= wordsIn(block);
  };
  while (left > 6) {
    if (sections && inSection <= 0 && left > 60) {
      add(`## ${heading(draw, language)}`);
      inSection = 2 + draw.below(3);
    }
    // What would be too little for a paragraph of its own belongs to this one.
    add(paragraph(draw, language, left));
    inSection--;
  }
  return blocks.join("\n\n");
}
