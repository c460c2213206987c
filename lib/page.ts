/**
 * Makes one page of a list in which the cursor is that of the last row seen.
 * @param rows read with `take: limit + 1`: the one too many tells that another page follows
 */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => string) {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, next_cursor: last ? cursorOf(last) : null };
}
