import type { Warning } from "../../contract/warning.ts";
import type { Document } from "../../document/document.ts";
import { frenchList } from "../../french-list.ts";
import { detectLanguage, type LanguageCount } from "../language/detect.ts";
import { nameOf } from "../language/names.ts";
import { isPartlyForeign, readLanguage, shareOf, sumCounts } from "../language/reading.ts";
import { heldIn } from "../losses/held.ts";
import type { Languages } from "../prompts/translation.ts";
import type { Unmet } from "./run.ts";

export type ChapterFault = Pick<Warning, "code" | "message">;

/** How many words a chapter may have for each of its original's. */
export const wordRatio = { low: 0.6, high: 1.6 };
const minWords = 40;

const number = new Intl.NumberFormat("fr-FR");
const maxNamed = 5;

/** Reading more at once would hold the event loop: a chapter of 40,000 words, a paragraph of 6,000. */
const maxCharacters = { chapter: 250_000, block: 40_000 };

const quoted = (texts: string[]) => {
  const [first, ...others] = texts;
  const more = others.length > 0 ? `, et ${others.length} autre${others.length > 1 ? "s" : ""}` : "";
  return `«\u202f${first}\u202f»${more}`;
};

const sentences: Record<Unmet["kind"], (where: string) => string> = {
  structure: (where) =>
    `La mise en forme d’un passage a changé à la traduction (${where})\u202f: à comparer à l’original.`,
  marks: (where) =>
    `Du code, un lien, une note ou un appel de source a pu se perdre à la traduction (${where})\u202f: à comparer à l’original.`,
  untranslated: (where) =>
    `Un passage n’est pas traduit (${where})\u202f: à traduire, ou à garder s’il est à sa place.`,
  left: (where) =>
    `Le modèle n’a donné d’un passage qu’une traduction incomplète (${where})\u202f: il est laissé dans sa langue, à traduire.`,
  cut: (where) => `La traduction d’un passage s’arrête avant sa fin (${where})\u202f: à compléter.`,
  length: (where) => `La traduction d’un passage n’a pas sa longueur (${where})\u202f: à comparer à l’original.`,
};

function unmetFaults(unmet: Unmet[]): ChapterFault[] {
  const byKind = Map.groupBy(unmet, ({ kind }) => kind);
  return [...byKind].map(([kind, of]) => ({
    code: "translation",
    message: sentences[kind](quoted(of.map(({ start }) => start))),
  }));
}

/** « 15 h » is « 3 pm ». */
const asAfternoon = (digits: string) => String(Number(digits) - 12);

/** Numbers of one digit are said in letters in one language and not in another. */
function lostNumbers(before: Document, after: Document): string[] {
  const kept = new Set(heldIn(after).number);
  const isKept = (digits: string) =>
    kept.has(digits) || (/^(?:1[3-9]|2[0-3])$/.test(digits) && kept.has(asAfternoon(digits)));
  return [...new Set(heldIn(before).number)].filter((digits) => digits.length > 1 && !isKept(digits));
}

function numberFault(before: Document, after: Document): ChapterFault[] {
  if (Math.max(before.source.length, after.source.length) > maxCharacters.chapter) return [];
  const lost = lostNumbers(before, after);
  if (lost.length === 0) return [];
  const said = frenchList(lost.slice(0, maxNamed));
  const more = lost.length > maxNamed ? ` et ${lost.length - maxNamed} autres` : "";
  const message = `Des nombres de l’original ne se retrouvent pas dans la traduction\u202f: ${said}${more}. À vérifier.`;
  return [{ code: "translation", message }];
}

function lengthFault(before: Document, after: Document): ChapterFault[] {
  const ratio = after.words / Math.max(1, before.words);
  if (before.words < minWords || (ratio >= wordRatio.low && ratio <= wordRatio.high)) return [];
  const message = `La traduction a ${number.format(after.words)} mots pour ${number.format(before.words)} dans l’original\u202f: elle a pu perdre ou ajouter du texte. À comparer.`;
  return [{ code: "length", message }];
}

/** A text whose blocks are too long to be read whole is told by a part of it. */
async function countIn(document: Document, language: string): Promise<LanguageCount> {
  const isReadable = document.blocks.every(({ start, end }) => end - start <= maxCharacters.block);
  if (isReadable) return sumCounts(await readLanguage(document, language));
  const { source, words } = document;
  const isOwn = (await detectLanguage(source.slice(source.length / 2))) === language;
  return { words, own: isOwn ? words : 0 };
}

/** What was foreign to the original's language may stay: a quotation, a title. */
async function languageOf(before: Document, after: Document, { from, to }: Languages) {
  const count = await countIn(after, to);
  const { words, own } = await countIn(before, from);
  const isForeign = isPartlyForeign(count) && count.words - count.own > 2 * (words - own);
  const percent = number.format(Math.ceil((1 - shareOf(count)) * 100));
  const message = `${percent}\u202f% du texte traduit n’est pas en ${nameOf(to)}\u202f: à traduire, ou relancez avec un autre modèle.`;
  return { share: shareOf(count), faults: isForeign ? [{ code: "language" as const, message }] : [] };
}

/** Measures a translated chapter against its original. `share` is that of its words in its language, 0 to 1. */
export async function measureTranslation({
  before,
  after,
  unmet,
  languages,
}: {
  before: Document;
  after: Document;
  unmet: Unmet[];
  languages: Languages;
}): Promise<{ faults: ChapterFault[]; share: number }> {
  const { share, faults } = await languageOf(before, after, languages);
  return {
    share,
    faults: [...faults, ...unmetFaults(unmet), ...lengthFault(before, after), ...numberFault(before, after)],
  };
}
