import { isLengthWithin, minChapterLanguageShare } from "../../contract/quality-limits.ts";
import type { Genre } from "../../contract/values.ts";
import type { Document } from "../../document/document.ts";
import { bibliographyWords } from "../citations/bibliography.ts";
import type { Source } from "../citations/source.ts";
import { Failure } from "../failure.ts";
import { traitsOf } from "../genre/traits-of.ts";
import type { LanguageCount } from "../language/detect.ts";
import { nameOf } from "../language/names.ts";
import { areTitlesForeign, isPartlyForeign, readLanguage, shareOf, sumCounts } from "../language/reading.ts";
import { lackOf } from "./need.ts";

const number = new Intl.NumberFormat("fr-FR");

/** What a chapter's text does not meet; `message` says it to the person. */
export type ChapterFault = { code: "length" | "language" | "genre"; message: string };
/** `missingWords` are too few or too many. */
export type ChapterCheck = { words: number; missingWords: number; languageShare: number; faults: ChapterFault[] };
export type Expected = { words: number; language?: string | undefined; genre?: Genre | undefined; sources: Source[] };

function lengthFault(written: number, { words: budget, genre }: Expected): ChapterFault[] {
  if (isLengthWithin(written, budget, traitsOf(genre).lengthTolerance)) return [];
  const advice = written < budget ? "demandez des chapitres plus courts" : "demandez des chapitres plus longs";
  const message = `Le modèle a écrit ${number.format(written)} mots au lieu de ${number.format(budget)}, même après plusieurs reprises\u202f: ${advice}, ou choisissez un autre modèle.`;
  return [{ code: "length", message }];
}

function languageFault(count: LanguageCount, titles: boolean, language: string): ChapterFault[] {
  const isPart = isPartlyForeign(count);
  if (!isPart && !titles) return [];
  const foreign = number.format(Math.ceil((1 - shareOf(count)) * 100));
  const what = isPart ? `${foreign}\u202f% du texte n’est pas` : "Les titres de ses sections ne sont pas";
  const message = `${what} en ${nameOf(language)}, même après récriture\u202f: relancez la rédaction, ou choisissez un autre modèle.`;
  return [{ code: "language", message }];
}

function genreFault(document: Document, genre: Genre | undefined): ChapterFault[] {
  const message = lackOf(document, genre);
  return message === undefined ? [] : [{ code: "genre", message }];
}

/** Counts the words of the chapter, those of its sources included. */
export async function checkChapter(document: Document, expected: Expected): Promise<ChapterCheck> {
  const { words: budget, language = "fr", genre, sources } = expected;
  const nodes = document.blocks.map(({ node }) => node);
  const words = document.words + bibliographyWords(document.source, { sources, language });
  const count = sumCounts(await readLanguage(document, language));
  const titles = await areTitlesForeign(nodes, language);
  return {
    words,
    missingWords: Math.abs(words - budget),
    languageShare: shareOf(count),
    faults: [
      ...lengthFault(words, expected),
      ...languageFault(count, titles, language),
      ...genreFault(document, genre),
    ],
  };
}

/** A difference of the share of a language that no reader sees. */
const shareHair = 0.002;

/** Whether a text meets a check that another one does not, or misses one by more than a hair further. */
export function isWorse(after: ChapterCheck, before: ChapterCheck): boolean {
  const missed = (check: ChapterCheck) => check.faults.map(({ code }) => code);
  if (missed(after).some((code) => !missed(before).includes(code))) return true;
  const isFurther = missed(after).includes("length") && after.missingWords > before.missingWords;
  return isFurther || after.languageShare < before.languageShare - shareHair;
}

/** @throws {Failure} when nobody could take the text for the chapter, or `strict` and it has any fault */
export function refuseChapter({ faults, languageShare }: ChapterCheck, strict: boolean): void {
  const fault = faults.find(({ code }) => strict || (code === "language" && languageShare < minChapterLanguageShare));
  if (fault) throw new Failure(fault.code, fault.message);
}
