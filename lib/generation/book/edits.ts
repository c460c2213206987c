import { EditReason, type EditView } from "../../contract/edit.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { StageName } from "../../database/generated/client.ts";

type Key = { jobId: string; stage: StageName; position: number };

/** Replaces the edits that an earlier run of the same stage made in the chapter. */
export async function saveEdits(tx: Transaction, key: Key, edits: Omit<EditView, "chapter">[]): Promise<void> {
  await tx.jobEdit.deleteMany({ where: key });
  await tx.jobEdit.createMany({ data: edits.map((edit, index) => ({ ...key, number: index + 1, ...edit })) });
}

/** Chapters are written, then reviewed: their edits come in that order. */
export async function readEdits(jobId: string): Promise<EditView[]> {
  const rows = await db().jobEdit.findMany({
    where: { jobId },
    orderBy: [{ position: "asc" }, { stage: "asc" }, { number: "asc" }],
  });
  return rows.map(({ position, reason, before, after }) => ({
    chapter: position,
    reason: EditReason.parse(reason),
    before,
    after,
  }));
}
