import { now } from "../../clock.ts";
import { BookOptions, type JobRetry, type JobView } from "../../contract/book.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { Job, JobStatus } from "../../database/generated/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { chainsOf, chainsOfNewJob } from "../models/chains.ts";
import { checkCap } from "../money/cap.ts";
import { lockJob, type Step } from "../stage/rows.ts";
import { interruptBefore } from "../stage/running.ts";
import { getJob, readJobId } from "./jobs.ts";

/** The first steps whose results are missing, and the status that goes with them. */
async function remaining(tx: Transaction, job: Job, run: number): Promise<{ status: JobStatus; steps: Step[] }> {
  const data = { jobId: job.id, run };
  const stages = await tx.jobStage.findMany({ where: { jobId: job.id } });
  const has = (name: string) => stages.some((stage) => stage.name === name && stage.finishedAt !== null);
  if (!has("research")) return { status: "pending", steps: [{ name: "research", data }] };
  if (!has("outline")) return { status: "generating_outline", steps: [{ name: "outline", data }] };
  // Chapters begin when the outline is approved.
  if (!stages.some((stage) => stage.name === "chapters")) return { status: "awaiting_approval", steps: [] };
  const missing = await tx.jobChapter.findMany({
    where: { jobId: job.id, content: null },
    select: { position: true },
    orderBy: { position: "asc" },
  });
  if (missing.length === 0)
    return { status: "finalizing", steps: [{ name: has("review") ? "finalize" : "review", data }] };
  const steps = missing.map(({ position }) => ({ name: "chapter" as const, data: { ...data, position } }));
  return { status: "writing_chapters", steps };
}

/** What wrote a job stays what writes it, unless a person has since chosen another model than the one that failed. */
function modelsFor(job: Job) {
  const configured = chainsOfNewJob();
  const canReplace = [configured, job].every(({ model }) => capabilitiesOf(model).combines);
  return canReplace ? configured : { model: job.model, models: chainsOf(job) };
}

/**
 * Takes a failed or cancelled job up where it stood: what is written stays, what failed is counted anew.
 * @throws {AppError} not_found; conflict, when the job is neither failed nor cancelled; invalid, when it has a cap and the
 * price of a model is unknown
 */
export async function retryJob(id: string, { max_cost }: JobRetry = {}): Promise<JobView> {
  const jobId = readJobId(id);
  const run = await transaction(async (tx) => {
    const job = await lockJob(tx, jobId);
    if (!job) throw notFound("Rédaction");
    if (job.status !== "failed" && job.status !== "cancelled")
      throw new AppError("conflict", "Seule une rédaction échouée ou annulée peut être reprise.");
    const run = job.run + 1;
    const options = BookOptions.parse({ ...Object(job.options), ...(max_cost !== undefined && { max_cost }) });
    const models = modelsFor(job);
    checkCap(options.max_cost, models.models);
    const unfinished = {
      where: { jobId, finishedAt: null },
      data: { failures: 0, limits: 0, error: null, givenUp: {}, retryAt: null },
    };
    await tx.jobStage.updateMany(unfinished);
    await tx.jobChapter.updateMany(unfinished);
    const { status, steps } = await remaining(tx, job, run);
    await tx.job.update({
      where: { id: jobId },
      data: { status, run, error: null, options, ...models, updatedAt: now() },
    });
    for (const { name, data } of steps) await enqueue(tx, name, data);
    return run;
  });
  interruptBefore(jobId, run);
  return getJob(jobId);
}
