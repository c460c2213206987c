import { isAwaiting, isEnded } from "../../contract/values.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import type { StageRun } from "./stage-run.ts";

/** Holds the lock until the transaction ends. */
export async function lockJob(tx: Transaction, jobId: string): Promise<Job | undefined> {
  const [job] = await tx.$queryRaw<Job[]>`SELECT * FROM "Job" WHERE id = ${jobId} FOR UPDATE`;
  return job;
}

/** @returns undefined once cancel or retry has raised the job's run */
export async function lockRun(tx: Transaction, { jobId, run }: StageRun["data"]): Promise<Job | undefined> {
  const job = await lockJob(tx, jobId);
  return job?.run === run ? job : undefined;
}

export const isWanted = (job: Job | null | undefined, run: number): job is Job =>
  job?.run === run && !isEnded(job.status) && !isAwaiting(job.status);

export async function lockWanted(tx: Transaction, { jobId, run }: StageRun["data"]): Promise<Job | undefined> {
  const job = await lockJob(tx, jobId);
  return isWanted(job, run) ? job : undefined;
}
