import type { Passage } from "./document.ts";

export type Edit = { start: number; end: number; by: string };

export function applyEdits(source: string, edits: Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, by } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(source.slice(at, start), by);
    at = end;
  }
  return parts.join("") + source.slice(at);
}

export const replacePassages = (source: string, changes: { passage: Passage; by: string }[]): string =>
  applyEdits(
    source,
    changes.map(({ passage: { start, end }, by }) => ({ start, end, by: by.trim() })),
  );
