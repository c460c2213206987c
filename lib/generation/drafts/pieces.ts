import { db, type Transaction } from "../../database/client.ts";

export type Chapter = { jobId: string; position: number };

/** Refuses the pieces that an earlier try may still write. @returns undefined when the chapter is written */
export async function startDraft({ jobId, position }: Chapter): Promise<number | undefined> {
  const [row] = await db().$queryRaw<{ draft: number }[]>`
    WITH gone AS (DELETE FROM "ChapterDraft" WHERE "jobId" = ${jobId} AND position = ${position})
    UPDATE "JobChapter" SET draft = draft + 1
    WHERE "jobId" = ${jobId} AND position = ${position} AND content IS NULL
    RETURNING draft`;
  return row?.draft;
}

type Piece = Chapter & { draft: number; start: number; text: string };

/** @returns false when the draft is no longer the chapter's */
export async function addPiece({ jobId, position, draft, start, text }: Piece): Promise<boolean> {
  const added = await db().$executeRaw`
    WITH current AS (
      SELECT draft FROM "JobChapter"
      WHERE "jobId" = ${jobId} AND position = ${position} AND draft = ${draft} FOR SHARE
    )
    INSERT INTO "ChapterDraft" ("jobId", position, draft, start, text)
    SELECT ${jobId}::text, ${position}::int, draft, ${start}::int, ${text} FROM current`;
  return added === 1;
}

export async function dropDrafts(tx: Transaction, jobId: string, position?: number): Promise<void> {
  const where = { jobId, ...(position !== undefined && { position }) };
  // The order matters: the first waits for a piece that is being added, the second deletes it.
  await tx.jobChapter.updateMany({ where, data: { draft: { increment: 1 } } });
  await tx.chapterDraft.deleteMany({ where });
}
