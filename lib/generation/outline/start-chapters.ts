import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { enqueueAll } from "../../queue/enqueue.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { isSequential } from "../brief/job-brief.ts";

/** The caller holds the job's lock. */
export async function startChapters(tx: Transaction, job: Job, outline: BookOutline): Promise<void> {
  const jobId = job.id;
  await tx.jobChapter.createMany({
    data: outline.chapters.map(({ title, description, key_points: keyPoints }, index) => ({
      jobId,
      position: index + 1,
      title,
      description,
      keyPoints,
    })),
  });
  await tx.job.update({
    where: { id: jobId },
    data: { status: "writing_chapters", bookTitle: outline.title, outline, updatedAt: now() },
  });
  const first = isSequential(job) ? outline.chapters.slice(0, 1) : outline.chapters;
  const positions = first.map((_chapter, index) => ({ jobId, run: job.run, position: index + 1 }));
  await enqueueAll(tx, "chapter", positions);
}

export async function awaitApproval(tx: Transaction, job: Job, outline: BookOutline): Promise<void> {
  await tx.job.update({
    where: { id: job.id },
    data: { status: "awaiting_approval", bookTitle: outline.title, outline, outlineVersion: 1, updatedAt: now() },
  });
}
