/** A chapter in an editor: `points` one a line; `key` outlives moves. */
export type ChapterRow = { key: number; title: string; description: string; points: string };

export const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** A key that no chapter has. */
export const freeKey = (rows: ChapterRow[]) => Math.max(-1, ...rows.map((row) => row.key)) + 1;

export function moveRow<Row>(rows: Row[], from: number, to: number): Row[] {
  const row = rows[from];
  return row ? rows.toSpliced(from, 1).toSpliced(to, 0, row) : rows;
}

export const removeRow = <Row extends ChapterRow>(rows: Row[], key: number): Row[] =>
  rows.filter((row) => row.key !== key);

/** Puts a removed chapter back where it was; what was changed since stays. */
export function restoreRow<Row extends ChapterRow>(rows: Row[], row: Row, index: number): Row[] {
  const key = rows.some((other) => other.key === row.key) ? freeKey(rows) : row.key;
  return rows.toSpliced(index, 0, { ...row, key });
}
