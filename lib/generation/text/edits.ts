import { diffLines } from "diff";
import type { EditReason } from "../../contract/edit.ts";

/**
 * `lead` and `trail` are what stands around it, with the spaces that `before` had: it is put back by them. Since the latest
 * edit is put back first, `trail` has what the edits after it in the same text left there, and `lead` has not.
 */
export type ChapterEdit = { reason: EditReason; before: string; after: string; lead: string; trail: string };

/** So much of the text around an edit is kept: its neighbours may be taken out later. */
const contextChars = 1000;

export const leadOf = (source: string, start: number) => source.slice(Math.max(0, start - contextChars), start);
export const trailOf = (source: string, end: number) => source.slice(end, end + contextChars);

/** Comparing is quadratic in the differences: what has more is recorded as one change. */
const maxEditLength = 400;

/**
 * Keeps on record what is taken out of a chapter's text while it is written, and what is put in its place. What changes no
 * word is not: typography, blank lines, the level of a heading, the outline's title at the top, a fence that is closed, and
 * the words in which two answers overlap.
 */
export class EditRecord {
  readonly edits: ChapterEdit[] = [];

  /**
   * Records the lines in which two states of a text differ.
   * @param written the text of the chapter that it continues
   * @returns the second
   */
  record(reason: EditReason, before: string, after: string, written = ""): string {
    if (before.trim() === after.trim()) return after;
    // A last line without a break would differ from the same line with one.
    const [old, next] = [`${before}\n`, `${after}\n`];
    const continued = written === "" ? "" : `${trailOf(written, written.length - contextChars)}\n\n`;
    const parts = diffLines(old, next, { maxEditLength }) ?? [
      { value: old, removed: true, added: false },
      { value: next, removed: false, added: true },
    ];
    let from = { old: 0, next: 0 };
    let to = from;
    for (const { value, added, removed } of [...parts, { value: "", added: false, removed: false }]) {
      if (removed) to = { ...to, old: to.old + value.length };
      else if (added) to = { ...to, next: to.next + value.length };
      else {
        const [removedText, addedText] = [old.slice(from.old, to.old), next.slice(from.next, to.next)];
        const start = from.old + removedText.length - removedText.trimStart().length;
        const end = Math.max(start, from.old + removedText.trimEnd().length);
        if (removedText.trim() !== addedText.trim())
          this.edits.push({
            reason,
            before: removedText.trim(),
            after: addedText.trim(),
            lead: leadOf(continued + next, continued.length + from.next) + old.slice(from.old, start),
            trail: trailOf(old, end),
          });
        from = { old: to.old + value.length, next: to.next + value.length };
        to = from;
      }
    }
    return after;
  }
}
