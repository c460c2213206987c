import { diffLines } from "diff";
import type { EditReason, EditView } from "../../contract/edit.ts";

export type ChapterEdit = Omit<EditView, "chapter">;

/** Comparing is quadratic in the differences: what has more is recorded as one change. */
const maxEditLength = 400;

/** Keeps on record what is taken out of a chapter's text while it is written, and what is put in its place. */
export class EditRecord {
  readonly edits: ChapterEdit[] = [];

  /** Records the lines in which two states of a text differ. @returns the second */
  record(reason: EditReason, before: string, after: string): string {
    if (before.trim() === after.trim()) return after;
    // A last line without a break would differ from the same line with one.
    const parts = diffLines(`${before}\n`, `${after}\n`, { maxEditLength });
    if (!parts) {
      this.edits.push({ reason, before, after });
      return after;
    }
    let open = { before: "", after: "" };
    for (const { value, added, removed } of [...parts, { value: "", added: false, removed: false }]) {
      if (removed) open.before += value;
      else if (added) open.after += value;
      else {
        if (open.before.trim() !== open.after.trim()) this.edits.push({ reason, ...trimmed(open) });
        open = { before: "", after: "" };
      }
    }
    return after;
  }
}

const trimmed = ({ before, after }: { before: string; after: string }) => ({
  before: before.trim(),
  after: after.trim(),
});
