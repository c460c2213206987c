import { type ChapterRow, linesOf } from "#app/_components/outline/chapter-rows.ts";
import type { GivenChapter } from "#lib/contract/outline.ts";

export const toRows = (chapters: GivenChapter[]): ChapterRow[] =>
  chapters.map(({ title, description = "", key_points = [] }, key) => {
    return { key, title, description, points: key_points.join("\n") };
  });

export const blankRow = (key: number): ChapterRow => ({ key, title: "", description: "", points: "" });

/** The chapters as the API takes them: what is empty is left for the model to fill in. */
export const toGiven = (rows: ChapterRow[]) =>
  rows.map(({ title, description, points }) => {
    const key_points = linesOf(points);
    return {
      title,
      ...(description.trim() !== "" && { description }),
      ...(key_points.length > 0 && { key_points }),
    };
  });
