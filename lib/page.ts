/** @param rows read with `take: limit + 1`: the one too many tells that another page follows */
export function pageOf<Row extends { id: string }>(rows: Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, next_cursor: last?.id ?? null };
}
