import type { Transaction } from "../../database/client.ts";
import type { Job, JobEdit } from "../../database/generated/client.ts";
import { notFound } from "../../errors.ts";
import { editIdOf, readEdits } from "../book/edits.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import { putAllBack } from "../edits/put-back.ts";
import { deliver } from "../finalize/deliver.ts";

/** `written` is the text before its citations were resolved and anything was put back. */
export type EditedChapter = WrittenChapter & { written: string; edits: JobEdit[] };

/** A book with its edits, as it is stored. */
export type EditedBook = { job: Job; chapters: EditedChapter[] };

/** @throws {AppError} not_found */
export async function readEditedBook(client: Transaction, jobId: string): Promise<EditedBook> {
  const job = await client.job.findUnique({ where: { id: jobId } });
  if (!job) throw notFound("Rédaction");
  const edits = await readEdits(client, jobId);
  const rows = await client.jobChapter.findMany({ where: { jobId }, orderBy: { position: "asc" } });
  const chapters = rows.map(({ position, title, description, content, written, wordCount }) => ({
    position,
    title,
    description,
    content: content ?? "",
    written: written ?? content ?? "",
    wordCount: wordCount ?? 0,
    edits: edits.filter((edit) => edit.position === position),
  }));
  return { job, chapters };
}

export const isRestored = ({ restoredAt }: JobEdit): boolean => restoredAt !== null;

/** @returns the text with what is put back; undefined when an edit does not find its place */
export const textOf = ({ written, edits }: EditedChapter): string | undefined =>
  putAllBack(written, edits.filter(isRestored));

/**
 * The chapter once another edit is put back, or one that was is taken out again.
 * @returns undefined when that one, or one that rests on it, does not find its place
 */
export function withChange(chapter: EditedChapter, editId: string, restoredAt: Date | null): EditedChapter | undefined {
  const edits = chapter.edits.map((edit) => (editIdOf(edit) === editId ? { ...edit, restoredAt } : edit));
  const changed = { ...chapter, edits };
  return textOf(changed) === undefined ? undefined : changed;
}

/** A chapter whose text was changed otherwise since keeps that text, and nothing of it counts as put back. */
export async function asItStands(job: Job, chapter: EditedChapter): Promise<EditedChapter> {
  const isPlain = chapter.written === chapter.content && !chapter.edits.some(isRestored);
  if (isPlain) return chapter;
  const text = textOf(chapter);
  const { content } = chapter;
  if (text !== undefined) {
    const [delivered] = await deliver(job, [{ ...chapter, content: text }]);
    if (delivered?.content === content) return chapter;
  }
  return { ...chapter, written: content, edits: chapter.edits.map((edit) => ({ ...edit, restoredAt: null })) };
}
