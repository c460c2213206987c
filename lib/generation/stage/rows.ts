import { now } from "../../clock.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { Job, JobStatus, StageName } from "../../database/generated/client.ts";
import type { QueueData } from "../../queue/queues.ts";

export type GenerationQueue = Exclude<keyof QueueData, "delivery" | "resend">;

/** A stage of the queue, with the chapter it is about if it is one. */
export type Step = { [Name in GenerationQueue]: { name: Name; data: QueueData[Name] } }[GenerationQueue];

const ended: JobStatus[] = ["completed", "failed", "cancelled"];

/** Locks a job until the transaction ends: whoever decides what comes next does it alone. */
export async function lockJob(tx: Transaction, jobId: string): Promise<Job | undefined> {
  const [job] = await tx.$queryRaw<Job[]>`SELECT * FROM "Job" WHERE id = ${jobId}::uuid FOR UPDATE`;
  return job;
}

/** The locked job, if its run is still the one that this work was queued in; cancel and retry raise it. */
export async function lockRun(tx: Transaction, { jobId, run }: Step["data"]): Promise<Job | undefined> {
  const job = await lockJob(tx, jobId);
  return job?.run === run ? job : undefined;
}

/** Whether a step of this run still has a purpose. */
export const wanted = (job: Job | null | undefined, run: number) => job?.run === run && !ended.includes(job.status);

export const stageOf: Record<GenerationQueue, StageName> = {
  research: "research",
  outline: "outline",
  chapter: "chapters",
  review: "review",
  finalize: "finalize",
};

async function noteStart(step: Step): Promise<boolean> {
  const { jobId, run } = step.data;
  const startedAt = now();
  if (step.name === "chapter") {
    const { position } = step.data;
    const missing = { jobId, position, content: null };
    return (await db().jobChapter.updateMany({ where: missing, data: { startedAt, retryAt: null } })).count > 0;
  }
  const name = stageOf[step.name];
  await db().jobStage.createMany({ data: { jobId, name, startedAt }, skipDuplicates: true });
  if (step.name === "research" || step.name === "outline")
    await db().job.updateMany({
      where: { id: jobId, run, status: "pending" },
      data: { status: "generating_outline", updatedAt: startedAt },
    });
  const unfinished = { jobId, name, finishedAt: null };
  return (await db().jobStage.updateMany({ where: unfinished, data: { retryAt: null } })).count > 0;
}

/** The job when this step is still wanted and its result not yet there; the step is then noted as begun. */
export async function begin(step: Step): Promise<Job | undefined> {
  const job = await db().job.findUnique({ where: { id: step.data.jobId } });
  return job && wanted(job, step.data.run) && (await noteStart(step)) ? job : undefined;
}

/** Writes a stage's result. `error` is what went less well than hoped without stopping it. */
export async function finishStage(
  tx: Transaction,
  jobId: string,
  { name, result, error = null }: { name: StageName; result: object; error?: string | null | undefined },
): Promise<void> {
  const finishedAt = now();
  const data = { result, finishedAt, error };
  await tx.jobStage.upsert({
    where: { jobId_name: { jobId, name } },
    create: { jobId, name, startedAt: finishedAt, ...data },
    update: data,
  });
}
