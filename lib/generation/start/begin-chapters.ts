import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { enqueueAll } from "../../queue/enqueue.ts";
import { briefOf } from "../brief/job-brief.ts";
import { isResearched } from "../research/search/search.ts";

/** @returns those of the chapters whose own research is still to be done; none where the first look has read no page */
export async function findUnresearched(tx: Transaction, job: Job, positions: number[]): Promise<number[]> {
  if (!isResearched(job.model, briefOf(job).genre)) return [];
  // A translation has the sources of its original, and looks for no others.
  if ((await tx.jobOrigin.count({ where: { jobId: job.id, kind: "translation" } })) > 0) return [];
  const read = await tx.jobSource.count({ where: { jobId: job.id, passage: null } });
  if (read === 0) return [];
  const done = await tx.jobStage.findMany({
    where: { jobId: job.id, name: "research", position: { in: positions }, finishedAt: { not: null } },
    select: { position: true },
  });
  const known = new Set(done.map(({ position }) => position));
  return positions.filter((position) => !known.has(position));
}

/** Has chapters written, each after its research where there is one to do. The caller holds the job's lock. */
export async function beginChapters(
  tx: Transaction,
  job: Job,
  { run, positions }: { run: number; positions: number[] },
): Promise<void> {
  const unresearched = new Set(await findUnresearched(tx, job, positions));
  const entries = (some: number[]) => some.map((position) => ({ jobId: job.id, run, position }));
  await enqueueAll(tx, "research", entries([...unresearched]));
  await enqueueAll(tx, "chapter", entries(positions.filter((position) => !unresearched.has(position))));
}
