import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { enqueueAll } from "../../queue/enqueue.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { isSequential } from "../brief/job-brief.ts";
import { beginChapters, findUnresearched } from "./begin-chapters.ts";

const positionsOf = ({ chapters }: BookOutline) => chapters.map((_chapter, index) => index + 1);

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
  const all = positionsOf(outline);
  await beginChapters(tx, job, { run: job.run, positions: isSequential(job) ? all.slice(0, 1) : all });
}

/** Has the outline wait for its author, once every chapter of it is researched. The caller holds the job's lock. */
export async function prepareReview(tx: Transaction, job: Job, outline: BookOutline): Promise<void> {
  const unresearched = await findUnresearched(tx, job, positionsOf(outline));
  await tx.job.update({
    where: { id: job.id },
    data: {
      ...(unresearched.length === 0 && { status: "awaiting_approval" }),
      bookTitle: outline.title,
      outline,
      outlineVersion: 1,
      updatedAt: now(),
    },
  });
  const entries = unresearched.map((position) => ({ jobId: job.id, run: job.run, position }));
  await enqueueAll(tx, "research", entries);
}
