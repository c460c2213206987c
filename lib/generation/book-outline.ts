import { z } from "zod";

/** What the architect answers: the whole book, planned. Its order is the order of reading. */
export const BookOutline = z.object({
  title: z.string(),
  chapters: z.array(z.object({ title: z.string(), description: z.string(), key_points: z.array(z.string()) })),
});
export type BookOutline = z.infer<typeof BookOutline>;

const fewest = 5;
const most = 10;
const limit = 30;

/** `blocking` problems make an outline unusable; the others are worth one repair, not a lost book. */
export type OutlineProblems = { blocking: string[]; minor: string[] };

/**
 * What is wrong with an outline, as French sentences for whoever repairs it.
 * @param asked the number of chapters the person asked for, if any
 */
export function outlineProblems(outline: BookOutline, asked: number | undefined): OutlineProblems {
  const { chapters } = outline;
  const titles = chapters.map((chapter) => chapter.title.trim().toLocaleLowerCase("fr"));
  const blocking: string[] = [];
  const minor: string[] = [];
  if (outline.title.trim() === "") blocking.push("Le livre n’a pas de titre.");
  if (chapters.length === 0) blocking.push("Le plan n’a aucun chapitre.");
  if (chapters.length > limit)
    blocking.push(`Le plan compte ${chapters.length} chapitres ; il en faut au plus ${limit}.`);
  if (asked !== undefined && chapters.length !== asked)
    blocking.push(`Le plan compte ${chapters.length} chapitres ; il en faut exactement ${asked}.`);
  if (titles.includes("")) blocking.push("Un chapitre n’a pas de titre.");
  if (new Set(titles).size !== titles.length) blocking.push("Deux chapitres portent le même titre.");
  if (asked === undefined && (chapters.length < fewest || chapters.length > most))
    minor.push(`Le plan compte ${chapters.length} chapitres ; il en faut entre ${fewest} et ${most}.`);
  if (chapters.some((chapter) => chapter.key_points.length < 3))
    minor.push("Chaque chapitre doit avoir au moins trois points clés.");
  return { blocking, minor };
}
