import { isEnded } from "../../contract/values.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import type { StageRun } from "./stage-run.ts";

/** Locks a job until the transaction ends: whoever decides what comes next does it alone. */
export async function lockJob(tx: Transaction, jobId: string): Promise<Job | undefined> {
  const [job] = await tx.$queryRaw<Job[]>`SELECT * FROM "Job" WHERE id = ${jobId}::uuid FOR UPDATE`;
  return job;
}

/** The locked job, if its run is still the one that this stage was queued in; cancel and retry raise it. */
export async function lockRun(tx: Transaction, { jobId, run }: StageRun["data"]): Promise<Job | undefined> {
  const job = await lockJob(tx, jobId);
  return job?.run === run ? job : undefined;
}

/** Tells whether a stage of this run still has a purpose. */
export const isWanted = (job: Job | null | undefined, run: number): job is Job =>
  job?.run === run && !isEnded(job.status);

/** The locked job, if a stage of this run still has a purpose. */
export async function lockWanted(tx: Transaction, { jobId, run }: StageRun["data"]): Promise<Job | undefined> {
  const job = await lockJob(tx, jobId);
  return isWanted(job, run) ? job : undefined;
}
