import { z } from "zod";
import { bare } from "../../contract/outline.ts";

/** A term that one chapter defines, so that the others use it without defining it again. */
export const Definition = z.object({ term: z.string(), definition: z.string() });
export type Definition = z.infer<typeof Definition>;

/** What a chapter leaves to another; `where` is the other chapter's title. */
export const Elsewhere = z.object({ what: z.string(), where: z.string() });
export type Elsewhere = z.infer<typeof Elsewhere>;

/** One chapter's part of the contract. Jobs stored before budgets, terms and borders were planned have none. */
export const ChapterPlan = z.object({
  title: z.string(),
  description: z.string(),
  key_points: z.array(z.string()),
  /** Its budget, in words of `words.ts`. */
  words: z.number().int().optional(),
  defines: z.array(Definition).default([]),
  elsewhere: z.array(Elsewhere).default([]),
});
export type ChapterPlan = z.infer<typeof ChapterPlan>;

/** The whole book, planned: what chapters written side by side agree on. Its order is the order of reading. */
export const BookOutline = z.object({ title: z.string(), chapters: z.array(ChapterPlan) });
export type BookOutline = z.infer<typeof BookOutline>;

/** The words a chapter is to have: its own budget, else what was asked of each. */
export const budgetOf = (outline: BookOutline, position: number, asked: number): number =>
  outline.chapters[position - 1]?.words ?? asked;

/** Where a title stands in the plan, from 1, whatever its case, accents and punctuation; 0 when it does not. */
export function positionOf(outline: Pick<BookOutline, "chapters">, title: string): number {
  const wanted = bare(title);
  return wanted === "" ? 0 : outline.chapters.findIndex((chapter) => bare(chapter.title) === wanted) + 1;
}
