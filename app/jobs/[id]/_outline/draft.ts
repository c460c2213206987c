import { type ChapterRow, linesOf } from "#app/_components/outline/chapter-rows.ts";
import type { OutlineEdit, OutlineView } from "#lib/contract/outline.ts";

/** `words` as typed. */
export type Row = ChapterRow & Pick<OutlineEdit["chapters"][number], "defines" | "elsewhere"> & { words: string };
export type Draft = { title: string; rows: Row[] };

export const toDraft = ({ title, chapters }: OutlineView): Draft => ({
  title,
  rows: chapters.map(({ key_points, words, ...chapter }, key) => {
    return { ...chapter, key, points: key_points.join("\n"), words: String(words) };
  }),
});

const toWords = (text: string) => Number(text.replace(/\s/g, "") || Number.NaN);

/** Builds the request from the chapters as typed. */
export const toEdit = ({ title, rows }: Draft, version: number) => ({
  version,
  title,
  chapters: rows.map(({ key: _key, points, words, ...chapter }) => {
    return { ...chapter, key_points: linesOf(points), words: toWords(words) };
  }),
});

export const totalWords = ({ rows }: Draft) => rows.reduce((sum, row) => sum + (toWords(row.words) || 0), 0);

/** Changes a chapter; what others leave to it follows its title. */
export function change({ title, rows }: Draft, key: number, fields: Partial<Row>): Draft {
  const before = rows.find((row) => row.key === key)?.title;
  const follow = (row: Row) =>
    fields.title === undefined
      ? row.elsewhere
      : row.elsewhere.map((border) => (border.where === before ? { ...border, where: fields.title ?? "" } : border));
  return { title, rows: rows.map((row) => ({ ...row, elsewhere: follow(row), ...(row.key === key && fields) })) };
}

/** A blank chapter, with the budget of the one above it. */
export const blankRow = (key: number, above: Row | undefined): Row => {
  const words = above?.words ?? "3000";
  return { key, title: "", description: "", points: "", words, defines: [], elsewhere: [] };
};
