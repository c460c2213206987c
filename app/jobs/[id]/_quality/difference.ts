import { diffWordsWithSpace } from "diff";

export type Piece = { kind: "same" | "removed" | "added"; text: string };

/** Longer texts are shown one after the other: nobody would see their differences at once. */
const maxComparedChars = 12_000;
/** Two texts that share less are shown so too. */
const minShared = 0.35;
const maxSameChars = 160;
const keptChars = 60;

const nonEmpty = (pieces: Piece[]) => pieces.filter(({ text }) => text !== "");

const apart = (before: string, after: string): Piece[] =>
  nonEmpty([
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ]);

/** What is the same on both sides is shortened to what stands beside a difference. */
function shortenSame(pieces: Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const { kind, text } = piece;
    if (kind !== "same" || text.length <= maxSameChars) return piece;
    const start = index === 0 ? "" : text.slice(0, text.lastIndexOf(" ", keptChars) + 1);
    const end = index === pieces.length - 1 ? "" : text.slice(text.indexOf(" ", text.length - keptChars));
    return { kind, text: `${start}[…]${end}` };
  });
}

/** What a text lost and gained, word for word where the two have much in common. */
export function differenceOf(before: string, after: string): Piece[] {
  if (before === "" || after === "" || before.length + after.length > maxComparedChars) return apart(before, after);
  const parts = diffWordsWithSpace(before, after, { timeout: 200 });
  if (!parts) return apart(before, after);
  const pieces = parts.map(({ value, added, removed }): Piece => {
    const kind = removed ? "removed" : added ? "added" : "same";
    return { kind, text: value };
  });
  const shared = pieces.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.trim().length : 0), 0);
  return shared < minShared * Math.max(before.length, after.length) ? apart(before, after) : shortenSame(pieces);
}

/** The first pieces, up to so many characters. */
export function firstOf(pieces: Piece[], maxChars: number): Piece[] {
  let left = maxChars;
  const first = pieces.map(({ kind, text }): Piece => {
    const kept = text.length <= left ? text : left > 0 ? `${text.slice(0, left).trimEnd()}\u202f…` : "";
    left -= text.length;
    return { kind, text: kept };
  });
  return nonEmpty(first);
}

export const lengthOf = (pieces: Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
