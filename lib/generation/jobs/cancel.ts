import { now } from "../../clock.ts";
import type { JobsCancelled, JobView } from "../../contract/job.ts";
import { endedStatuses } from "../../contract/values.ts";
import { transaction } from "../../database/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { dropDrafts } from "../drafts/pieces.ts";
import { lockJob } from "../stage-state/lock-job.ts";
import { interruptBefore } from "../stage-state/running.ts";
import { readJobId } from "./job-id.ts";
import { getJob } from "./jobs.ts";

/**
 * Calls in flight are aborted at once in this process, within seconds in others; no event is sent. Idempotent.
 * @throws {AppError} not_found; conflict, when the job has completed or failed
 */
export async function cancelJob(id: string): Promise<JobView> {
  const jobId = await readJobId(id);
  const run = await transaction(async (tx) => {
    const job = await lockJob(tx, jobId);
    if (!job) throw notFound("Rédaction");
    if (job.status === "cancelled") return job.run;
    if (job.status === "completed")
      throw new AppError("conflict", "Ce livre est terminé\u202f: il n’y a rien à annuler.");
    if (job.status === "failed")
      throw new AppError("conflict", "La rédaction a déjà échoué\u202f: il n’y a rien à annuler.");
    await tx.job.update({
      where: { id: jobId },
      data: { status: "cancelled", run: job.run + 1, updatedAt: now() },
    });
    await dropDrafts(tx, jobId);
    return job.run + 1;
  });
  interruptBefore(jobId, run);
  return getJob(jobId);
}

/** The inner select locks in one order, so that two callers never wait for each other. */
function cancelUnfinished(): Promise<{ id: string; run: number }[]> {
  return transaction(async (tx) => {
    const jobs = await tx.$queryRaw<{ id: string; run: number }[]>`
      UPDATE "Job" SET status = 'cancelled', run = run + 1, "updatedAt" = ${now()}::timestamptz
      WHERE id IN (SELECT id FROM "Job" WHERE NOT status = ANY(${[...endedStatuses]}::"JobStatus"[]) ORDER BY id FOR UPDATE)
      RETURNING id, run`;
    for (const { id } of jobs) await dropDrafts(tx, id);
    return jobs;
  });
}

/** Cancels every job that has not ended, all at the same moment: none takes the place of another. */
export async function cancelEveryJob(): Promise<JobsCancelled> {
  const jobs = await cancelUnfinished();
  for (const { id, run } of jobs) interruptBefore(id, run);
  return { cancelled: jobs.length, job_ids: jobs.map(({ id }) => id) };
}
