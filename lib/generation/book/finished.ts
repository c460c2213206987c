import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import type { FinishedJob } from "./assemble.ts";

/** The rows of a job whose chapters are all written. @throws when one is missing */
export async function finishedJob(tx: Transaction, job: Job): Promise<FinishedJob> {
  const rows = await tx.jobChapter.findMany({ where: { jobId: job.id }, orderBy: { position: "asc" } });
  const chapters = rows.map(({ position, title, description, content, wordCount }) => {
    if (content === null || wordCount === null) throw new Error(`${job.id}: chapitre ${position} absent`);
    return { title, description, content, wordCount };
  });
  const { title, bookTitle, topic, goal } = job;
  return { title, bookTitle, topic, goal, chapters };
}
