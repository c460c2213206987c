import { count } from "#app/_components/text/numbers.ts";
import type { QualitySheet } from "#lib/contract/quality.ts";
import { personNames, tenseNames } from "#lib/contract/values.ts";
import type { Measure } from "./measure.ts";

const wordsOf = (value: number | undefined) => (value === undefined ? undefined : count(value, "mot"));

const compared = (name: string, found: string | undefined, asked: string | undefined) =>
  asked && `${name}\u202f: ${found ?? "ne se compte pas ici"}, la voix ${asked}.`;

function avoidedIn({ asked, avoided }: NonNullable<QualitySheet["voice"]>, language: string | undefined) {
  const isOwnLanguage = asked.language === undefined || asked.language === language;
  if (!asked.avoided || !isOwnLanguage) return undefined;
  const found = avoided.map(({ word, count: times }) => `«\u202f${word}\u202f» (${times})`);
  return found.length > 0
    ? `Mots à éviter qui s’y trouvent\u202f: ${found.join(", ")}.`
    : "Aucun mot à éviter ne s’y trouve.";
}

/** What can be counted of a book's voice, beside what its sheet says. */
export function voice({ voice: both, warnings, language }: QualitySheet): Measure | undefined {
  if (!both) return undefined;
  const { asked, measured } = both;
  const said = [
    compared("Phrases", wordsOf(measured.sentence_words), wordsOf(asked.sentence_words)),
    compared("Personne", measured.person && personNames[measured.person], asked.person && personNames[asked.person]),
    compared("Temps", measured.tense && tenseNames[measured.tense], asked.tense && tenseNames[asked.tense]),
    avoidedIn(both, language?.asked),
  ].filter(Boolean);
  const isFar = warnings.some(({ code }) => code === "voice");
  return {
    name: "Voix",
    verdict: isFar ? "look" : said.length > 0 ? "good" : "info",
    value: asked.name,
    meaning:
      said.length > 0 ? said.join(" ") : "Rien de cette voix ne se compte\u202f: elle a été dite à qui écrivait.",
  };
}
