import { isDeepStrictEqual } from "node:util";
import { now } from "../../clock.ts";
import type { EditChange } from "../../contract/edit.ts";
import { db, transaction } from "../../database/client.ts";
import type { JobEdit } from "../../database/generated/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { logger } from "../../logger.ts";
import { publish } from "../../webhook/publish.ts";
import { assembleBook } from "../book/assemble.ts";
import { editIdOf } from "../book/edits.ts";
import { orderOf } from "../book/order-of.ts";
import { readWrittenChapters } from "../book/written-chapters.ts";
import { type Completed, completeBook } from "../finalize/complete.ts";
import { lockJob } from "../stage-state/lock-job.ts";
import {
  asItStands,
  type EditedBook,
  type EditedChapter,
  isRestored,
  readEditedBook,
  textOf,
  withChange,
} from "./edited-book.ts";
import { toEditView } from "./edits.ts";
import { readJobId } from "./job-id.ts";

/** So many others may change the same book meanwhile. */
const maxRounds = 20;

const conflicts = {
  unfinished: "Ce livre n’est pas terminé\u202f: une retouche se remet quand il est livré.",
  gone: "Ce passage a changé depuis la retouche, et le texte n’y retrouve plus sa place. Si une autre retouche l’a récrit, remettez-la d’abord.",
  needed: "Une autre retouche remise repose sur celle-ci\u202f: retirez-la d’abord.",
  busy: "Ce livre change en ce moment même\u202f: recommencez dans un instant.",
};
const conflict = (reason: keyof typeof conflicts) => new AppError("conflict", conflicts[reason]);

const findEdit = ({ edits }: EditedChapter, editId: string) => edits.find((edit) => editIdOf(edit) === editId);

type Changed = { before: EditedBook; chapter: EditedChapter; editId: string } & Completed;

/** @returns what the book becomes, or the edit alone when it is already as it is wanted */
async function change(
  before: EditedBook,
  editId: string,
  restored: boolean,
): Promise<Changed | { unchanged: JobEdit }> {
  const { job } = before;
  if (job.status !== "completed") throw conflict("unfinished");
  const chapters = await Promise.all(before.chapters.map((chapter) => asItStands(job, chapter)));
  const chapter = chapters.find((one) => findEdit(one, editId));
  const edit = chapter && findEdit(chapter, editId);
  if (!edit) throw notFound("Retouche");
  if (isRestored(edit) === restored) return { unchanged: edit };
  const changed = withChange(chapter, editId, restored ? now() : null);
  if (!changed) throw conflict(restored ? "gone" : "needed");
  const all = chapters.map((one) => (one === chapter ? changed : one));
  const written = all.map((one) => ({ ...one, content: textOf(one) ?? one.content }));
  return { before, chapter: changed, editId, ...(await completeBook(job, written)) };
}

/** Writes the new text and publishes it. @returns undefined when the book has changed since it was read */
function commit({ before, chapter, editId, chapters, quality }: Changed): Promise<EditChange | undefined> {
  const { id: jobId } = before.job;
  const { position, written, edits } = chapter;
  return transaction(async (tx) => {
    const job = await lockJob(tx, jobId);
    const isSame = isDeepStrictEqual((await readEditedBook(tx, jobId)).chapters, before.chapters);
    if (job?.status !== "completed" || !isSame) return undefined;
    const known = before.chapters.flatMap((one) => one.edits);
    for (const { stage, number, restoredAt } of edits.filter((edit) => !known.includes(edit)))
      await tx.jobEdit.updateMany({ where: { jobId, position, stage, number }, data: { restoredAt } });
    for (const { content, wordCount } of chapters.filter((one) => one.position === position))
      await tx.jobChapter.updateMany({ where: { jobId, position }, data: { content, wordCount, written } });
    await tx.job.update({ where: { id: jobId }, data: { quality, updatedAt: now() } });
    const bookData = assembleBook(job, await readWrittenChapters(tx, jobId), job.completedAt ?? now());
    const sent_to = await publish(tx, {
      ...orderOf(job),
      title: bookData.book_title,
      type: "book.updated",
      bookData,
    });
    const edit = findEdit(chapter, editId);
    if (!edit) throw notFound("Retouche");
    logger.info(`📚 Retouche ${editId} ${isRestored(edit) ? "remise" : "retirée de nouveau"} pour le job ${jobId}`);
    return { ...toEditView(edit, !isRestored(edit)), sent_to };
  });
}

/**
 * Puts an edit's text back into a finished book, or takes it out again: its measures are taken again, and the new text is
 * published in the transaction that stores it. Idempotent.
 * @throws {AppError} not_found; conflict, when the book is not finished or the passage has changed since
 */
export async function restoreEdit(id: string, editId: string, restored: boolean): Promise<EditChange> {
  const jobId = await readJobId(id);
  for (let round = 0; round < maxRounds; round++) {
    const changed = await change(await readEditedBook(db(), jobId), editId, restored);
    if ("unchanged" in changed) return toEditView(changed.unchanged, !restored);
    const done = await commit(changed);
    if (done) return done;
  }
  throw conflict("busy");
}
