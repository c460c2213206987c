import { EditList, EditView } from "../../contract/edit.ts";
import { db } from "../../database/client.ts";
import type { JobEdit } from "../../database/generated/client.ts";
import { editIdOf } from "../book/edits.ts";
import { putBack } from "../edits/put-back.ts";
import { asItStands, type EditedChapter, isRestored, readEditedBook } from "./edited-book.ts";
import { readJobId } from "./job-id.ts";

export const toEditView = (edit: JobEdit, restorable: boolean): EditView =>
  EditView.parse({
    id: editIdOf(edit),
    chapter: edit.position,
    reason: edit.reason,
    before: edit.before,
    after: edit.after,
    restored: isRestored(edit),
    restorable,
  });

/** Each is looked for in the text as it is once what came after it and is put back is there again. */
function editsOf({ written, edits }: EditedChapter, isFinished: boolean): EditView[] {
  let text: string | undefined = written;
  const views = edits.toReversed().map((edit) => {
    const restorable = isFinished && text !== undefined && !isRestored(edit) && putBack(text, edit) !== undefined;
    if (isRestored(edit) && text !== undefined) text = putBack(text, edit);
    return toEditView(edit, restorable);
  });
  return views.reverse();
}

/** @throws {AppError} not_found */
export async function getJobEdits(id: string): Promise<EditList> {
  const { job, chapters } = await readEditedBook(db(), await readJobId(id));
  const current = await Promise.all(chapters.map((chapter) => asItStands(job, chapter)));
  return EditList.parse({ items: current.flatMap((chapter) => editsOf(chapter, job.status === "completed")) });
}
