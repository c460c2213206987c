import type { Transaction } from "../../database/client.ts";

export type WrittenChapter = {
  position: number;
  title: string;
  description: string;
  content: string;
  wordCount: number;
};

/** @throws when a chapter is not written */
export async function readWrittenChapters(tx: Transaction, jobId: string): Promise<WrittenChapter[]> {
  const rows = await tx.jobChapter.findMany({ where: { jobId }, orderBy: { position: "asc" } });
  return rows.map(({ position, title, description, content, wordCount }) => {
    if (content === null || wordCount === null) throw new Error(`${jobId}: chapitre ${position} absent`);
    return { position, title, description, content, wordCount };
  });
}
