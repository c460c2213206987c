import type { ChapterEdit } from "../text/edits.ts";
import { findPlace } from "./find-place.ts";
import { reduce } from "./reduced.ts";

type Change = Pick<ChapterEdit, "before" | "after" | "lead" | "trail">;

const apart = "\n\n";

const spaceAtEnd = (text: string) => text.slice(text.trimEnd().length);
const spaceAtStart = (text: string) => text.slice(0, text.length - text.trimStart().length);

/** Leaves to `before` and `after` only what differs between them; the rest of their lines joins what stands around. */
function narrowed({ before, after, lead, trail }: Change) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [head, tail] = [before.slice(0, start), before.slice(before.length - end)];
  return {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
    lead: lead + head,
    trail: tail + trail,
    sameLine: { before: reduce(head).text.length, after: reduce(tail).text.length },
  };
}

/** Where, in the text itself, what an edit left stands with the spaces around it; never in the title. */
function placeOf(text: string, { after, lead, trail, sameLine }: ReturnType<typeof narrowed>) {
  const { text: reduced, at } = reduce(text);
  const taken = reduce(after).text;
  const linesOf = (context: string) => context.split("\n").map((line) => reduce(line).text);
  const around = { lead: linesOf(lead), trail: linesOf(trail) };
  const title = reduce(/^# [^\n]*/.exec(text)?.[0] ?? "").text.length;
  const found = findPlace(reduced, { ...around, taken, sameLine }, title);
  if (found === undefined || (found < title && taken !== "")) return undefined;
  const first = Math.max(found, title);
  const afterChar = (index: number) => (index < 0 ? 0 : (at[index] ?? text.length) + 1);
  const left = afterChar(first + taken.length - 1);
  const end = left + spaceAtStart(text.slice(left)).length;
  return { start: afterChar(first - 1), end, isFirst: first === title };
}

/**
 * Puts back what one edit took out of a chapter, in place of what it left there.
 * @returns undefined when what it left is not in the text
 */
export function putBack(text: string, edit: Change): string | undefined {
  const change = narrowed(edit);
  const place = placeOf(text, change);
  if (!place) return undefined;
  const { before, lead, trail } = change;
  // Without a text around it, it was an answer from its first word, or to its last.
  const gapBefore = lead.trim() !== "" && !place.isFirst ? spaceAtEnd(lead) : undefined;
  const gapAfter = trail.trim() !== "" ? spaceAtStart(trail) : undefined;
  const isWhole = before !== "" || (gapBefore !== undefined && gapAfter !== undefined);
  const between = isWhole ? (gapBefore ?? apart) + before + (gapAfter ?? apart) : apart;
  return `${text.slice(0, place.start)}${between}${text.slice(place.end)}`.trim();
}

/**
 * Puts edits back into the text that they left, the latest first: each finds what it left behind.
 * @param edits in the order in which they were made
 */
export const putAllBack = (text: string, edits: Change[]): string | undefined =>
  edits.reduceRight<string | undefined>((known, edit) => known && putBack(known, edit), text);
