import type { Transaction } from "../../database/client.ts";
import type { JobEdit, StageName } from "../../database/generated/client.ts";
import type { ChapterEdit } from "../text/edits.ts";

type Key = { jobId: string; stage: StageName; position: number };

/** Replaces the edits that an earlier run of the same stage made in the chapter. */
export async function saveEdits(tx: Transaction, key: Key, edits: ChapterEdit[]): Promise<void> {
  await tx.jobEdit.deleteMany({ where: key });
  await tx.jobEdit.createMany({ data: edits.map((edit, index) => ({ ...key, number: index + 1, ...edit })) });
}

/** Chapters are written, then reviewed: their edits come in that order. */
export const readEdits = (client: Transaction, jobId: string): Promise<JobEdit[]> =>
  client.jobEdit.findMany({
    where: { jobId },
    orderBy: [{ position: "asc" }, { stage: "asc" }, { number: "asc" }],
  });

/** Names an edit within its job: `2-review-1`. */
export const editIdOf = ({ position, stage, number }: JobEdit): string => `${position}-${stage}-${number}`;
