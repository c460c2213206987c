/** Code, links and math are one character in what rules read, so that rules see their surroundings. */
export type Piece = {
  source: string;
  /** The source of prose, else one character. */
  seen: string;
  prose: boolean;
  /** Set at the inner edges of an emphasis, which a space there would undo. */
  opens?: boolean;
  closes?: boolean;
};

/** Replaces `length` characters of the text that rules read. */
export type Replacement = { at: number; length: number; by: string };

export const placeholder = "\ufffc";
export const narrowSpace = "\u202f";

/** A character reference counts as a space, an escape as a letter. */
const notProse = new RegExp(
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

/** `\(x\)` and `\[x\]`, also where the parser sees brackets that were escaped. */
export const formula = /\\\([^\n]{1,500}?\\\)|\\\[[\s\S]{1,2000}?\\\]/g;

const still = (source: string, seen = placeholder): Piece => ({ source, seen, prose: false });

export function splitProse(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(notProse)) {
    const { index, groups } = match;
    if (index > done) pieces.push({ source: text.slice(done, index), seen: text.slice(done, index), prose: true });
    pieces.push(still(match[0], groups?.break ? "\n" : groups?.reference ? " " : placeholder));
    done = index + match[0].length;
  }
  if (done < text.length) pieces.push({ source: text.slice(done), seen: text.slice(done), prose: true });
  return pieces;
}

/** Skips replacements that leave their piece or undo an emphasis. */
export function applyReplacements(pieces: Piece[], replacements: Replacement[]): Piece[] {
  const sorted = replacements.toSorted((a, b) => a.at - b.at);
  let next = 0;
  let offset = 0;
  return pieces.map((piece) => {
    const start = offset;
    const end = offset + piece.seen.length;
    offset = end;
    if ((sorted[next]?.at ?? end) >= end) return piece;
    let text = "";
    let done = start;
    for (let one = sorted[next]; one && one.at < end; one = sorted[++next]) {
      const last = one.at + one.length;
      if (!piece.prose || one.at < done || last > end || !keepsEmphasis(one, { piece, start, end })) continue;
      text += piece.seen.slice(done - start, one.at - start) + one.by;
      done = last;
    }
    text += piece.seen.slice(done - start);
    return piece.prose ? { ...piece, source: text, seen: text } : piece;
  });
}

function keepsEmphasis(
  { at, length, by }: Replacement,
  { piece, start, end }: { piece: Piece; start: number; end: number },
): boolean {
  const first = piece.opens && at === start && /^[\u00a0\u202f]/.test(by);
  const last = piece.closes && at + length === end && /[\u00a0\u202f]$/.test(by);
  return !first && !last;
}
