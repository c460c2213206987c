import type { Feed } from "./feed.ts";

/** How far a reader is in each chapter being drafted. */
export type Cursor = Map<number, { draft: number; length: number }>;

/** `3.1.2048,4.2.0`: chapter, draft, length. */
export const writeCursor = (cursor: Cursor): string =>
  [...cursor].map(([position, { draft, length }]) => `${position}.${draft}.${length}`).join(",");

/** Reads a `Last-Event-ID` back; whatever is not one is the beginning. */
export function readCursor(id: string | null): Cursor {
  const found = [...(id ?? "").matchAll(/(?:^|,)(\d{1,4})\.(\d{1,9})\.(\d{1,9})(?=,|$)/g)];
  return new Map(
    found.map(([, position, draft, length]) => [Number(position), { draft: Number(draft), length: Number(length) }]),
  );
}

export type More = { position: number; draft: number; start: number; text: string };

/** Characters in one event. */
const most = 32_000;

/** The next text a reader has not seen, if there is any, which is then counted as seen. */
export function nextText(cursor: Cursor, { chapters }: Feed): More | undefined {
  for (const [position, { draft, text, words }] of chapters) {
    if (words !== null) continue;
    const seen = cursor.get(position);
    const start = seen?.draft === draft && seen.length <= text.length ? seen.length : 0;
    const news = seen?.draft !== draft ? text !== "" || (seen?.length ?? 0) > 0 : start < text.length;
    if (!news) continue;
    const more = { position, draft, start, text: text.slice(start, start + most) };
    cursor.set(position, { draft, length: start + more.text.length });
    return more;
  }
  return undefined;
}
