import type { Document } from "../../document/document.ts";
import { applyEdits, type Edit } from "../../document/edit.ts";
import { isHeading } from "../../document/nodes.ts";
import { wordsIn } from "../../document/words.ts";

const maxCharacters = 80;
/** How far a note may be from what it counts: models count badly. */
const tolerance = 0.25;
const number = String.raw`(\d{1,3}(?:[ \u00a0\u202f.,]\d{3})|\d{1,6})`;
const near = String.raw`(?:environ|à peu près|about|around|approximately|approx\.?|~|≈)?\s?`;
const decoration = /^[\s*_()[\]#>~–—-]+|[\s*_()[\].!–—-]+$/g;
const count = new RegExp(String.raw`^${near}${number}\s?(?:mots|words)(?: environ| au total| in total)?$`, "iu");
const labelled = new RegExp(
  String.raw`^(?:(?:nombre(?: total)? de mots|compte de mots|word ?count|number of words)\s?:\s?${near}${number}(?:\s?(?:mots|words))?|(?:total|longueur(?: du (?:texte|chapitre))?|length)\s?:\s?${near}${number}\s?(?:mots|words))$`,
  "iu",
);
const asked = /(\d{2,6}) (?:mots|words)/g;

const endOfGap = (source: string, end: number) => end + (/^\s*\n/.exec(source.slice(end, end + 1000))?.[0].length ?? 0);
const wordsSaid = (digits: string) => Number(digits.replace(/\D/g, ""));
const isNear = (one: number, other: number) => Math.abs(one - other) <= tolerance * other;

function readNote(text: string): { words: number; isLabelled: boolean } | undefined {
  if (text.length > maxCharacters) return undefined;
  const bare = text.replace(/[*_]/g, "").replace(decoration, "");
  const label = labelled.exec(bare);
  const digits = label?.[1] ?? label?.[2] ?? count.exec(bare)?.[1];
  return digits === undefined ? undefined : { words: wordsSaid(digits), isLabelled: label !== null };
}

/**
 * Takes out the notes in which a model counts the words of its own text: a line at an edge of it or of a section, with about
 * the number that was asked or written. The length of an exercise is its author's.
 */
export function withoutLengthNotes({ blocks, source }: Document, prompt: string): string {
  const lengths = [...prompt.matchAll(asked)].map(([, digits = ""]) => Number(digits));
  const total = wordsIn(source).length;
  const edits: Edit[] = [];
  let sectionWords = 0;
  for (const [index, { node, words, start, end }] of blocks.entries()) {
    const isLast = index === blocks.length - 1;
    const next = blocks[index + 1]?.node;
    const counts = [
      total,
      ...(next && isHeading(next) ? [sectionWords] : []),
      ...(index === 0 || isLast ? lengths : []),
    ];
    const isNote = (line: string) => {
      const note = readNote(line);
      return note && ((note.isLabelled && (index === 0 || isLast)) || counts.some((one) => isNear(note.words, one)));
    };
    sectionWords = isHeading(node) ? 0 : sectionWords + words;
    if (node.type !== "paragraph" && node.type !== "heading") continue;
    const text = source.slice(start, end);
    const line = text.slice(text.lastIndexOf("\n") + 1);
    if (isNote(text)) edits.push({ start, end: endOfGap(source, end), by: "" });
    else if (isLast && line !== text && isNote(line)) edits.push({ start: end - line.length, end, by: "" });
  }
  return edits.length === 0 ? source : applyEdits(source, edits).trim();
}
