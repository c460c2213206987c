import { now } from "../../clock.ts";
import type { JobView } from "../../contract/job.ts";
import { isEnded } from "../../contract/values.ts";
import { db, transaction } from "../../database/client.ts";
import { notFound } from "../../errors.ts";
import { dropDrafts } from "../drafts/pieces.ts";
import { lockJob } from "../stage-state/lock-job.ts";
import { interruptBefore } from "../stage-state/running.ts";
import { readDeletedJobId, readJobId } from "./job-id.ts";
import { getJob } from "./jobs.ts";

/**
 * Hides a job until it is restored. One that has not ended is cancelled; what has been published is delivered all the same.
 * @throws {AppError} not_found
 */
export async function deleteJob(id: string): Promise<void> {
  const jobId = await readJobId(id);
  const run = await transaction(async (tx) => {
    const job = await lockJob(tx, jobId);
    if (!job || job.deletedAt) throw notFound("Rédaction");
    const stops = !isEnded(job.status);
    await tx.job.update({
      where: { id: jobId },
      data: {
        deletedAt: now(),
        ...(stops && { status: "cancelled", run: job.run + 1, updatedAt: now() }),
      },
    });
    if (!stops) return job.run;
    await dropDrafts(tx, jobId);
    return job.run + 1;
  });
  interruptBefore(jobId, run);
}

/** Shows a deleted job again, as it was or as its deletion stopped it. @throws {AppError} not_found */
export async function restoreJob(id: string): Promise<JobView> {
  const jobId = await readDeletedJobId(id);
  await db().job.updateMany({ where: { id: jobId }, data: { deletedAt: null } });
  return getJob(jobId);
}
