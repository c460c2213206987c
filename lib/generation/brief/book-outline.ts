import { z } from "zod";
import { foldText } from "../../contract/outline.ts";
import { PointOfView } from "../../contract/research.ts";

export const Definition = z.object({ term: z.string(), definition: z.string() });
export type Definition = z.infer<typeof Definition>;

/** `where` is the title of the other chapter. */
export const Elsewhere = z.object({ what: z.string(), where: z.string() });
export type Elsewhere = z.infer<typeof Elsewhere>;

/**
 * What a person left of a chapter's research. `chapter` is the position that it was researched at; `asks`: the model is
 * asked for questions beside these.
 */
export const PlannedResearch = z.object({
  chapter: z.number().int().optional(),
  questions: z.array(z.object({ from: PointOfView, text: z.string() })),
  asks: z.boolean().default(true),
});
export type PlannedResearch = z.infer<typeof PlannedResearch>;

export const ChapterPlan = z.object({
  title: z.string(),
  description: z.string(),
  key_points: z.array(z.string()),
  /** Absent from outlines that a person wrote without budgets. */
  words: z.number().int().optional(),
  defines: z.array(Definition).default([]),
  elsewhere: z.array(Elsewhere).default([]),
  /** Absent until a person has read the outline. */
  research: PlannedResearch.optional(),
});
export type ChapterPlan = z.infer<typeof ChapterPlan>;

export const BookOutline = z.object({ title: z.string(), chapters: z.array(ChapterPlan) });
export type BookOutline = z.infer<typeof BookOutline>;

export const budgetOf = (outline: BookOutline, position: number, asked: number): number =>
  outline.chapters[position - 1]?.words ?? asked;

/** @returns the position from 1, whatever the title's case, accents and punctuation; 0 when it is not there */
export function positionOf(outline: Pick<BookOutline, "chapters">, title: string): number {
  const wanted = foldText(title);
  return wanted === "" ? 0 : outline.chapters.findIndex((chapter) => foldText(chapter.title) === wanted) + 1;
}
