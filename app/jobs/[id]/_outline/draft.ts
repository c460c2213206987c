import type { OutlineEdit, OutlineView } from "#lib/contract/outline.ts";

/** A chapter in the editor: `points` one a line, `words` as typed; `key` outlives moves. */
export type Row = Omit<OutlineEdit["chapters"][number], "key_points" | "words"> & {
  key: number;
  points: string;
  words: string;
};
export type Draft = { title: string; rows: Row[] };

export const toDraft = ({ title, chapters }: OutlineView): Draft => ({
  title,
  rows: chapters.map(({ key_points, words, ...chapter }, key) => {
    return { ...chapter, key, points: key_points.join("\n"), words: String(words) };
  }),
});

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
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

export function move({ title, rows }: Draft, from: number, to: number): Draft {
  const next = rows.toSpliced(from, 1);
  const row = rows[from];
  return { title, rows: row ? next.toSpliced(to, 0, row) : rows };
}

/** A key that no chapter has. */
const freeKey = (rows: Row[]) => Math.max(-1, ...rows.map((row) => row.key)) + 1;

export const remove = ({ title, rows }: Draft, key: number): Draft => ({
  title,
  rows: rows.filter((row) => row.key !== key),
});

/** Puts a removed chapter back where it was; what was changed since stays. */
export function restore({ title, rows }: Draft, row: Row, index: number): Draft {
  const key = rows.some((other) => other.key === row.key) ? freeKey(rows) : row.key;
  return { title, rows: rows.toSpliced(index, 0, { ...row, key }) };
}

/** A blank chapter at the end, with the budget of the one before it. */
export function add({ title, rows }: Draft): Draft {
  const key = freeKey(rows);
  const words = rows.at(-1)?.words ?? "3000";
  return { title, rows: [...rows, { key, title: "", description: "", points: "", words, defines: [], elsewhere: [] }] };
}
