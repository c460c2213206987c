import { type ChapterRow, linesOf } from "#app/_components/outline/chapter-rows.ts";
import type { OutlineEdit, OutlineView } from "#lib/contract/outline.ts";
import type { ResearchView } from "#lib/contract/research.ts";

/** `words` as typed. */
export type Row = ChapterRow &
  Pick<OutlineEdit["chapters"][number], "defines" | "elsewhere"> & {
    words: string;
    research?: ResearchView | undefined;
  };
/** `struck` are ids of sources; absent where nothing was researched. */
export type Draft = { title: string; rows: Row[]; struck?: string[] | undefined };

export const toDraft = ({ title, chapters, struck_sources: struck }: OutlineView): Draft => ({
  title,
  struck,
  rows: chapters.map(({ key_points, words, ...chapter }, key) => {
    return { ...chapter, key, points: key_points.join("\n"), words: String(words) };
  }),
});

const toWords = (text: string) => Number(text.replace(/\s/g, "") || Number.NaN);

/** Builds the request from the chapters as typed. */
export const toEdit = ({ title, rows, struck }: Draft, version: number) => ({
  version,
  title,
  ...(struck && { struck_sources: struck }),
  chapters: rows.map(({ key: _key, points, words, ...chapter }) => {
    return { ...chapter, key_points: linesOf(points), words: toWords(words) };
  }),
});

export const totalWords = ({ rows }: Draft) => rows.reduce((sum, row) => sum + (toWords(row.words) || 0), 0);

/** Changes a chapter; what others leave to it follows its title. */
export function change({ rows, ...draft }: Draft, key: number, fields: Partial<Row>): Draft {
  const before = rows.find((row) => row.key === key)?.title;
  const follow = (row: Row) =>
    fields.title === undefined
      ? row.elsewhere
      : row.elsewhere.map((border) => (border.where === before ? { ...border, where: fields.title ?? "" } : border));
  return { ...draft, rows: rows.map((row) => ({ ...row, elsewhere: follow(row), ...(row.key === key && fields) })) };
}

/** Strikes a source, or takes it back. */
export const toggleSource = ({ struck = [], ...draft }: Draft, id: string): Draft => ({
  ...draft,
  struck: struck.includes(id) ? struck.filter((one) => one !== id) : [...struck, id],
});

/** A blank chapter, with the budget of the one above it. */
export const blankRow = (key: number, above: Row | undefined): Row => {
  const words = above?.words ?? "3000";
  return { key, title: "", description: "", points: "", words, defines: [], elsewhere: [] };
};
