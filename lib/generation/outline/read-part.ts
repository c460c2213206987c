import { OutlineAnswer } from "./answer.ts";
import { jsonValuesIn } from "./json-values.ts";
import { planIn } from "./plan-shapes.ts";

export type PlannedChapter = OutlineAnswer["chapters"][number];
export type PartOfPlan = { title: string; chapters: PlannedChapter[] };

/** @returns what an answer holds of a plan, without the chapter in the middle of which it was cut */
export function readPart(text: string, wasCut: boolean): PartOfPlan {
  const parts = jsonValuesIn(text, wasCut).flatMap(({ value, cut }) => {
    const { data } = OutlineAnswer.safeParse(planIn(value));
    return data ? [{ ...data, chapters: cut ? data.chapters.slice(0, -1) : data.chapters }] : [];
  });
  const nothing: PartOfPlan = { title: "", chapters: [] };
  return parts.reduce((best, part) => (part.chapters.length >= best.chapters.length ? part : best), nothing);
}

export const isDetailed = ({ description, key_points }: PlannedChapter): boolean =>
  description.trim() !== "" && key_points.length > 0;
