import type { LiveText } from "../../contract/live.ts";
import type { Feed } from "./feed.ts";

/** `length` counts characters of the draft, `shown` its paragraphs. */
export type Cursor = Map<number, { draft: number; length: number; shown: number }>;

/** `3.1.2048.5,4.2.0.0`: chapter, draft, length, paragraphs. */
export const writeCursor = (cursor: Cursor): string =>
  [...cursor].map(([position, { draft, length, shown }]) => `${position}.${draft}.${length}.${shown}`).join(",");

/** Starts over from an id that it cannot read. */
export function readCursor(id: string | null): Cursor {
  const found = [...(id ?? "").matchAll(/(?:^|,)(\d{1,4})\.(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?=,|$)/g)];
  return new Map(
    found.map(([, position, draft, length, shown]) => [
      Number(position),
      { draft: Number(draft), length: Number(length), shown: Number(shown) },
    ]),
  );
}

/** Bounds the text of one event, and the text of its paragraphs. */
const maxCharacters = 32_000;

function takeFitting(paragraphs: string[]): string[] {
  let characters = 0;
  const end = paragraphs.findIndex((paragraph, index) => {
    characters += paragraph.length;
    return index > 0 && characters > maxCharacters;
  });
  return end < 0 ? paragraphs : paragraphs.slice(0, end);
}

/** Counts the text that it returns as seen. */
export function nextText(cursor: Cursor, { chapters }: Feed): LiveText | undefined {
  for (const [position, { draft, text, words, paragraphs }] of chapters) {
    if (words !== null) continue;
    const seen = cursor.get(position);
    const goesOn = seen?.draft === draft && seen.length <= text.length;
    const start = goesOn ? seen.length : 0;
    // The last paragraph that was shown may have grown.
    const first = goesOn ? Math.max(0, Math.min(seen.shown, paragraphs.length) - 1) : 0;
    const isNew = seen?.draft !== draft && (text !== "" || (seen?.length ?? 0) > 0);
    const isLonger = start < text.length || (goesOn && seen.shown < paragraphs.length);
    if (!isNew && !isLonger) continue;
    const shown = takeFitting(paragraphs.slice(first));
    const next = { position, draft, start, text: text.slice(start, start + maxCharacters), first, paragraphs: shown };
    cursor.set(position, { draft, length: start + next.text.length, shown: first + shown.length });
    return next;
  }
  return undefined;
}
