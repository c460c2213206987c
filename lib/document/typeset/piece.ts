/**
 * A stretch of a block's source. What is not prose (code, links, math…) stands in the joined text as one
 * character, so that rules see what surrounds them, and comes back as it was.
 */
export type Piece = {
  source: string;
  /** What rules read: the source itself of prose, else one character. */
  seen: string;
  prose: boolean;
  /** Just inside the markers of an emphasis: a space here would undo it. */
  opens?: boolean;
  closes?: boolean;
};

/** Replaces `length` characters of the joined text. */
export type Edit = { at: number; length: number; by: string };

export const opaque = "\ufffc";
export const narrow = "\u202f";

/** What is never prose although Markdown calls it text. A character reference counts as a space, an escape as a letter. */
const kept = new RegExp(
  [
    /(?<break>\n[ \t>]*)/,
    /(?<reference>&#?\w{1,31};)/,
    /\\[!-/:-@[-`{-~]/,
    /(?:https?|ftp):\/\/[^\s<>]*[^\s<>.,;:!?»”"')\]]/,
    /\b(?:https?|ftp|mailto|file|data):/,
    /\bwww\.[^\s<>]*[^\s<>.,;:!?»”"')\]]/,
    /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/,
    /:[a-z0-9_+-]{1,40}:/,
    /\[\^[^\]\s]{1,100}\]:?/,
    /(?<=^|\n)[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[-:| \t]*(?=$|\n)/,
  ]
    .map((rule) => rule.source)
    .join("|"),
  "g",
);

/** `\(x\)`, `\[x\]`, which the tree does not know. */
export const formula = /\\\([^\n]{1,500}?\\\)|\\\[[\s\S]{1,2000}?\\\]/g;

const still = (source: string, seen = opaque): Piece => ({ source, seen, prose: false });

/** A text node's source, taken apart. */
export function split(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(kept)) {
    const { index, groups } = match;
    if (index > done) pieces.push({ source: text.slice(done, index), seen: text.slice(done, index), prose: true });
    pieces.push(still(match[0], groups?.break ? "\n" : groups?.reference ? " " : opaque));
    done = index + match[0].length;
  }
  if (done < text.length) pieces.push({ source: text.slice(done), seen: text.slice(done), prose: true });
  return pieces;
}

/** Applies what rules found, from left to right; an edit that leaves its piece or undoes an emphasis is dropped. */
export function apply(pieces: Piece[], edits: Edit[]): Piece[] {
  const sorted = edits.toSorted((a, b) => a.at - b.at);
  let [next, offset] = [0, 0];
  return pieces.map((piece) => {
    const [start, end] = [offset, offset + piece.seen.length];
    offset = end;
    let [text, done] = ["", start];
    for (let edit = sorted[next]; edit && edit.at < end; edit = sorted[++next]) {
      const last = edit.at + edit.length;
      if (!piece.prose || edit.at < done || last > end || !fits(edit, { piece, start, end })) continue;
      text += piece.seen.slice(done - start, edit.at - start) + edit.by;
      done = last;
    }
    text += piece.seen.slice(done - start);
    return piece.prose ? { ...piece, source: text, seen: text } : piece;
  });
}

/** Whether the space an edit brings, if any, lies away from the edge that must stay tight. */
function fits({ at, length, by }: Edit, { piece, start, end }: { piece: Piece; start: number; end: number }): boolean {
  const first = piece.opens && at === start && /^[\u00a0\u202f]/.test(by);
  const last = piece.closes && at + length === end && /[\u00a0\u202f]$/.test(by);
  return !first && !last;
}
