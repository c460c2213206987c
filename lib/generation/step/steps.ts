import { now } from "../../clock.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { Job, JobStatus, StageName } from "../../database/generated/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import type { QueueData } from "../../queue/queues.ts";
import { publish } from "../../webhook/publish.ts";
import { askedToWait, type Failure, retryDelay } from "../failure.ts";
import { titleOf } from "../finalize/assemble.ts";
import { dropDrafts } from "../live/pieces.ts";

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

const wanted = (job: Job | null | undefined, run: number) => job?.run === run && !ended.includes(job.status);

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

async function countFailure(tx: Transaction, step: Step, failure: Failure): Promise<number> {
  const { jobId } = step.data;
  const { message: error } = failure;
  const retryAt = askedToWait(failure, now());
  const data = { failures: { increment: 1 }, error, retryAt };
  if (step.name === "chapter") {
    const where = { jobId_position: { jobId, position: step.data.position } };
    return (await tx.jobChapter.update({ where, data })).failures;
  }
  const where = { jobId_name: { jobId, name: stageOf[step.name] } };
  const create = { jobId, name: stageOf[step.name], startedAt: now(), failures: 1, error, retryAt };
  return (await tx.jobStage.upsert({ where, create, update: data })).failures;
}

/** Counts a failure: queues the step again a little later, or gives the book up and says so to the world. */
export async function recordFailure(tx: Transaction, step: Step, failure: Failure): Promise<void> {
  const job = await lockJob(tx, step.data.jobId);
  if (!job || !wanted(job, step.data.run)) return;
  const failures = await countFailure(tx, step, failure);
  if (failures < failure.tries) {
    const startAfter = new Date(now().getTime() + retryDelay(failure, failures));
    await enqueue(tx, step.name, step.data, { startAfter });
    return;
  }
  const where = step.name === "chapter" ? `Chapitre ${step.data.position}\u202f: ` : "";
  const error = `${where}${failure.message}`;
  await tx.job.update({ where: { id: job.id }, data: { status: "failed", error, updatedAt: now() } });
  await dropDrafts(tx, job.id);
  await publish(tx, { jobId: job.id, title: titleOf(job), type: "book.failed", error });
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
