import { bare } from "../../contract/outline.ts";
import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import { overlapOf } from "../text/content-words.ts";

/** Bounds an outline whose number of chapters nobody asked for. */
const minFreeChapters = 5;
const maxFreeChapters = 10;
const maxChapters = 30;
const minKeyPoints = 3;
/** The share of their words above which two descriptions announce the same chapter. */
const maxOverlap = 0.5;

/** Small models give the example of the prompt back. */
const placeholder =
  /^titre du (?:livre|chapitre)$|^point \d$|^ce qu[’']il apporte$|^(?:…|\.{3}|\?+|n\/?a|todo|xxx+|[[<{].*[\]>}])$|[[(<{](?:à|a) (?:définir|préciser|compléter|déterminer|venir)\b|^à (?:définir|préciser|compléter|déterminer|venir)\.?$|\bTBD\b|\blorem ipsum\b/iu;

/** `blocking` problems make an outline unusable, and `overlaps` too where one answer holds it whole; the others are worth a repair, not a lost book. */
export type OutlineProblems = { blocking: string[]; missing: string[]; overlaps: string[]; minor: string[] };

const named = (chapter: ChapterPlan) => `« ${chapter.title} »`;

function countProblems(count: number, asked: number | undefined): string[] {
  const says = `Le plan compte ${count} chapitre${count > 1 ? "s" : ""}`;
  if (count === 0) return ["Le plan n’a aucun chapitre."];
  if (count > maxChapters) return [`${says} ; il en faut au plus ${maxChapters}.`];
  if (asked !== undefined) return count === asked ? [] : [`${says} ; il en faut exactement ${asked}.`];
  return count < minFreeChapters || count > maxFreeChapters
    ? [`${says} ; il en faut entre ${minFreeChapters} et ${maxFreeChapters}.`]
    : [];
}

export const isPlaceholder = (text: string): boolean => placeholder.test(text.trim());

/** A placeholder, unless a person typed it. */
const isUnwritten = (text: string, typed: Set<string>) => !typed.has(text) && isPlaceholder(text);

function titleProblems({ title, chapters }: BookOutline, typed: Set<string>): string[] {
  const titles = chapters.map((chapter) => bare(chapter.title));
  const twice = chapters.filter((_chapter, index) => titles[index] && titles.indexOf(titles[index]) < index);
  return [
    ...(title.trim() === "" ? ["Le livre n’a pas de titre."] : []),
    ...(chapters.some((chapter, index) => titles[index] === "" && !typed.has(chapter.title))
      ? ["Un chapitre n’a pas de titre."]
      : []),
    ...twice.map((chapter) => `Deux chapitres portent le même titre, ${named(chapter)}.`),
    ...[title, ...chapters.map((chapter) => chapter.title)]
      .filter((text) => isUnwritten(text, typed))
      .map((text) => `Le titre « ${text} » n’en est pas un : il reste à écrire.`),
  ];
}

const sayTheSame = (one: string, other: string) =>
  overlapOf(one, other) > maxOverlap || (bare(one) !== "" && bare(one) === bare(other));

/** Chapters that announce the same thing would be written twice. */
function overlapProblems({ chapters }: BookOutline, typed: Set<string>): string[] {
  return chapters.flatMap((chapter, index) =>
    chapters
      .slice(0, index)
      .filter(
        (other) =>
          !(typed.has(chapter.description) && typed.has(other.description)) &&
          sayTheSame(chapter.description, other.description),
      )
      .map(
        (other) =>
          `Les chapitres ${named(other)} et ${named(chapter)} annoncent la même chose : leurs descriptions doivent se distinguer.`,
      ),
  );
}

const missingParts = ({ description, key_points }: ChapterPlan, typed: Set<string>) => [
  ...(bare(description) === "" && !typed.has(description) ? ["n’a pas de description"] : []),
  ...(key_points.length === 0 ? ["n’a aucun point clé"] : []),
];

function chapterProblems(chapter: ChapterPlan, typed: Set<string>): string[] {
  const { description, key_points } = chapter;
  const unfinished = [description, ...key_points].filter((text) => isUnwritten(text, typed));
  return [
    ...(key_points.length > 0 && key_points.length < minKeyPoints && !key_points.every((point) => typed.has(point))
      ? [`Le chapitre ${named(chapter)} doit avoir au moins trois points clés ; il en a ${key_points.length}.`]
      : []),
    ...unfinished.map((text) => `Dans le chapitre ${named(chapter)}, « ${text} » reste à écrire.`),
  ];
}

/**
 * Finds the problems of an outline, as French sentences for the model that repairs it.
 * @param asked the number of chapters the person asked for, if any
 * @param typed the texts that are the person's own: they are what they are
 */
export function outlineProblems(
  outline: BookOutline,
  asked: number | undefined,
  typed: Set<string> = new Set(),
): OutlineProblems {
  return {
    blocking: [...countProblems(outline.chapters.length, asked), ...titleProblems(outline, typed)],
    missing: outline.chapters.flatMap((chapter) =>
      missingParts(chapter, typed).map((part) => `Le chapitre ${named(chapter)} ${part}.`),
    ),
    overlaps: overlapProblems(outline, typed),
    minor: outline.chapters.flatMap((chapter) => chapterProblems(chapter, typed)),
  };
}
