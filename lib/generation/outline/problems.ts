import { foldText } from "../../contract/outline.ts";
import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import { overlapOf } from "../text/content-words.ts";
import type { Problem } from "./problem.ts";

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
export type OutlineProblems = { blocking: Problem[]; missing: Problem[]; overlaps: Problem[]; minor: Problem[] };

function countProblems(count: number, asked: number | undefined): Problem[] {
  const s = count > 1 ? "s" : "";
  const wanted = (fr: string, en: string): Problem[] => [
    {
      fr: `Le plan compte ${count} chapitre${s} ; il en faut ${fr}.`,
      en: `The outline has ${count} chapter${s}; it must have ${en}.`,
    },
  ];
  if (count === 0) return [{ fr: "Le plan n’a aucun chapitre.", en: "The outline has no chapters." }];
  if (count > maxChapters) return wanted(`au plus ${maxChapters}`, `at most ${maxChapters}`);
  if (asked !== undefined) return count === asked ? [] : wanted(`exactement ${asked}`, `exactly ${asked}`);
  return count < minFreeChapters || count > maxFreeChapters
    ? wanted(`entre ${minFreeChapters} et ${maxFreeChapters}`, `between ${minFreeChapters} and ${maxFreeChapters}`)
    : [];
}

export const isPlaceholder = (text: string): boolean => placeholder.test(text.trim());

/** « 1. » is what a small model begins a list with. */
export const isNoTitle = (title: string): boolean => /^\s*(?:\d{1,2}[.)]?)?\s*$/.test(title);

/** A placeholder, unless a person typed it. */
const isUnwritten = (text: string, typed: Set<string>) => !typed.has(text) && isPlaceholder(text);

function titleProblems({ title, chapters }: BookOutline, typed: Set<string>): Problem[] {
  const titles = chapters.map((chapter) => foldText(chapter.title));
  const twice = chapters.filter((_chapter, index) => titles[index] && titles.indexOf(titles[index]) < index);
  return [
    ...(chapters.some((chapter, index) => titles[index] === "" && !typed.has(chapter.title))
      ? [{ fr: "Un chapitre n’a pas de titre.", en: "A chapter has no title." }]
      : []),
    ...twice.map((chapter) => ({
      fr: `Deux chapitres portent le même titre, « ${chapter.title} ».`,
      en: `Two chapters have the same title, “${chapter.title}”.`,
    })),
    ...[title, ...chapters.map((chapter) => chapter.title)]
      .filter((text) => isUnwritten(text, typed))
      .map((text) => ({
        fr: `Le titre « ${text} » n’en est pas un : il reste à écrire.`,
        en: `The title “${text}” is none: it is still to be written.`,
      })),
  ];
}

const sayTheSame = (one: string, other: string) =>
  overlapOf(one, other) > maxOverlap || (foldText(one) !== "" && foldText(one) === foldText(other));

/** Chapters that announce the same thing would be written twice. */
function overlapProblems({ chapters }: BookOutline, typed: Set<string>): Problem[] {
  return chapters.flatMap((chapter, index) =>
    chapters
      .slice(0, index)
      .filter(
        (other) =>
          !(typed.has(chapter.description) && typed.has(other.description)) &&
          sayTheSame(chapter.description, other.description),
      )
      .map((other) => ({
        fr: `Les chapitres « ${other.title} » et « ${chapter.title} » annoncent la même chose : leurs descriptions doivent se distinguer.`,
        en: `The chapters “${other.title}” and “${chapter.title}” announce the same thing: their descriptions must differ.`,
      })),
  );
}

const missingParts = ({ description, key_points }: ChapterPlan, typed: Set<string>) => [
  ...(foldText(description) === "" && !typed.has(description)
    ? [{ fr: "n’a pas de description", en: "has no description" }]
    : []),
  ...(key_points.length === 0 ? [{ fr: "n’a aucun point clé", en: "has no key points" }] : []),
];

function chapterProblems(chapter: ChapterPlan, typed: Set<string>): Problem[] {
  const { title, description, key_points } = chapter;
  const unfinished = [description, ...key_points].filter((text) => isUnwritten(text, typed));
  return [
    ...(key_points.length > 0 && key_points.length < minKeyPoints && !key_points.every((point) => typed.has(point))
      ? [
          {
            fr: `Le chapitre « ${title} » doit avoir au moins trois points clés ; il en a ${key_points.length}.`,
            en: `The chapter “${title}” must have at least three key points; it has ${key_points.length}.`,
          },
        ]
      : []),
    ...unfinished.map((text) => ({
      fr: `Dans le chapitre « ${title} », « ${text} » reste à écrire.`,
      en: `In the chapter “${title}”, “${text}” is still to be written.`,
    })),
  ];
}

/**
 * Finds the problems of an outline.
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
      missingParts(chapter, typed).map(({ fr, en }) => ({
        fr: `Le chapitre « ${chapter.title} » ${fr}.`,
        en: `The chapter “${chapter.title}” ${en}.`,
      })),
    ),
    overlaps: overlapProblems(outline, typed),
    minor: [
      ...(outline.title.trim() === "" ? [{ fr: "Le livre n’a pas de titre.", en: "The book has no title." }] : []),
      ...outline.chapters.flatMap((chapter) => chapterProblems(chapter, typed)),
    ],
  };
}
