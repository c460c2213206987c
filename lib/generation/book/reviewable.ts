import { db } from "../../database/client.ts";
import type { Written } from "../review/reading.ts";

/** The chapters of a job, all written. @throws when one is missing */
export async function reviewable(jobId: string): Promise<Written[]> {
  const rows = await db().jobChapter.findMany({ where: { jobId }, orderBy: { position: "asc" } });
  return rows.map(({ position, title, content, wordCount }) => {
    if (content === null || wordCount === null) throw new Error(`${jobId}: chapitre ${position} absent`);
    return { position, title, content, wordCount };
  });
}
