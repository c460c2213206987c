import type { LiveText } from "../../contract/live.ts";
import type { Feed } from "./feed.ts";

/** How far a reader is in each chapter being drafted: characters of its text, and paragraphs shown. */
export type Cursor = Map<number, { draft: number; length: number; shown: number }>;

/** `3.1.2048.5,4.2.0.0`: chapter, draft, length, paragraphs. */
export const writeCursor = (cursor: Cursor): string =>
  [...cursor].map(([position, { draft, length, shown }]) => `${position}.${draft}.${length}.${shown}`).join(",");

/** Reads a `Last-Event-ID` back; whatever is not one is the beginning. */
export function readCursor(id: string | null): Cursor {
  const found = [...(id ?? "").matchAll(/(?:^|,)(\d{1,4})\.(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?=,|$)/g)];
  return new Map(
    found.map(([, position, draft, length, shown]) => [
      Number(position),
      { draft: Number(draft), length: Number(length), shown: Number(shown) },
    ]),
  );
}

/** Characters in one event, of the text and of the paragraphs. */
const maxCharacters = 32_000;

/** As many paragraphs as fit in one event, one at least. */
function firstOf(paragraphs: string[]): string[] {
  let characters = 0;
  const end = paragraphs.findIndex((paragraph, index) => {
    characters += paragraph.length;
    return index > 0 && characters > maxCharacters;
  });
  return end < 0 ? paragraphs : paragraphs.slice(0, end);
}

/** The next text a reader has not seen, if there is any, which is then counted as seen. */
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
    const shown = firstOf(paragraphs.slice(first));
    const more = { position, draft, start, text: text.slice(start, start + maxCharacters), first, paragraphs: shown };
    cursor.set(position, { draft, length: start + more.text.length, shown: first + shown.length });
    return more;
  }
  return undefined;
}
