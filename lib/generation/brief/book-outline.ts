import { z } from "zod";
import { bare } from "../../contract/outline.ts";

/** A term that one chapter defines, so that the others use it without defining it again. */
export const Definition = z.object({ term: z.string(), definition: z.string() });
export type Definition = z.infer<typeof Definition>;

/** A subject that a chapter leaves to another; `where` is the other chapter's title. */
export const Elsewhere = z.object({ what: z.string(), where: z.string() });
export type Elsewhere = z.infer<typeof Elsewhere>;

/** One chapter of an outline: its part of the contract between chapters written side by side. */
export const ChapterPlan = z.object({
  title: z.string(),
  description: z.string(),
  key_points: z.array(z.string()),
  /** Its budget in words; a person's outline may have none. */
  words: z.number().int().optional(),
  defines: z.array(Definition).default([]),
  elsewhere: z.array(Elsewhere).default([]),
});
export type ChapterPlan = z.infer<typeof ChapterPlan>;

/** A whole book, planned. Its order is the order of reading. */
export const BookOutline = z.object({ title: z.string(), chapters: z.array(ChapterPlan) });
export type BookOutline = z.infer<typeof BookOutline>;

/** The words of a chapter: its own budget, else as many as were asked of each. */
export const budgetOf = (outline: BookOutline, position: number, asked: number): number =>
  outline.chapters[position - 1]?.words ?? asked;

/** The position of a title in the outline, from 1, whatever its case, accents and punctuation; 0 when it is not there. */
export function positionOf(outline: Pick<BookOutline, "chapters">, title: string): number {
  const wanted = bare(title);
  return wanted === "" ? 0 : outline.chapters.findIndex((chapter) => bare(chapter.title) === wanted) + 1;
}
