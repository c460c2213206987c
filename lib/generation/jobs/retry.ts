import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { JobRetry, JobView } from "../../contract/job.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { Job, JobStatus, StageName } from "../../database/generated/client.ts";
import { AppError, invalid, notFound } from "../../errors.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { isSequential, outlineOf } from "../brief/job-brief.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { chainsOfOrder } from "../choice/chains-of-order.ts";
import { chainsOf, chainsOfNewJob } from "../models/chains.ts";
import { checkCap, checkRoom } from "../money/cap.ts";
import { forgetLost } from "../money/lost-calls.ts";
import { lockJob } from "../stage-state/lock-job.ts";
import { interruptBefore } from "../stage-state/running.ts";
import { noWait } from "../stage-state/server-wait.ts";
import type { StageRun } from "../stage-state/stage-run.ts";
import { findUnresearched } from "../start/begin-chapters.ts";
import { readJobId } from "./job-id.ts";
import { getJob } from "./jobs.ts";

const nextAfterReview = (job: Job, hasReport: boolean) =>
  BookOptions.parse(job.options).reader_report && !hasReport ? "report" : "finalize";
/** @returns the chapter that is written and not yet read for what it sets */
async function findUnlearnt(tx: Transaction, job: Job): Promise<number | undefined> {
  if (!capabilitiesOf(job.model).remembers) return undefined;
  const rows = await tx.jobStage.findMany({ where: { jobId: job.id, name: "continuity", finishedAt: { not: null } } });
  const read = rows.map(({ position }) => position);
  const unread = await tx.jobChapter.findFirst({
    where: { jobId: job.id, content: { not: null }, position: { notIn: read } },
    select: { position: true },
    orderBy: { position: "asc" },
  });
  return unread?.position;
}

type Remaining = { status: JobStatus; stages: StageRun[] };
type Data = { jobId: string; run: number };

/** Each after its own research, where that is still to be done. */
async function chapterStages(tx: Transaction, job: Job, data: Data, positions: number[]): Promise<StageRun[]> {
  const unresearched = await findUnresearched(tx, job, positions);
  return positions.map((position) => ({
    name: unresearched.includes(position) ? "research" : "chapter",
    data: { ...data, position },
  }));
}

/** An outline that a person is to read, once its chapters are researched. */
async function findUnread(tx: Transaction, job: Job, data: Data): Promise<Remaining> {
  const all = outlineOf(job).chapters.map((_chapter, index) => index + 1);
  const left = await findUnresearched(tx, job, all);
  const stages = left.map((position) => ({ name: "research" as const, data: { ...data, position } }));
  return { status: left.length > 0 ? "generating_outline" : "awaiting_approval", stages };
}

/** The next chapter of a sequential book; a person who has not yet said to go on still has to. */
async function findNext(tx: Transaction, job: Job, data: Data, position: number): Promise<Remaining> {
  const { jobId } = data;
  const begun = await tx.jobStage.count({
    where: { jobId, position, OR: [{ name: "chapter" }, { name: "research", finishedAt: null }] },
  });
  const waits = position > 1 && begun === 0 && BookOptions.parse(job.options).pause_after_chapter;
  return waits
    ? { status: "awaiting_approval", stages: [] }
    : { status: "writing_chapters", stages: await chapterStages(tx, job, data, [position]) };
}

async function findRemaining(tx: Transaction, job: Job, run: number): Promise<Remaining> {
  const data = { jobId: job.id, run };
  const finished = await tx.jobStage.findMany({ where: { jobId: job.id, finishedAt: { not: null } } });
  const has = (name: StageName) =>
    finished.some((stage) => stage.name === name && (name !== "research" || stage.position === 0));
  if (!has("research")) return { status: "pending", stages: [{ name: "research", data }] };
  if (!has("outline")) return { status: "generating_outline", stages: [{ name: "outline", data }] };
  // There are chapters from the moment the outline is approved.
  const planned = await tx.jobChapter.count({ where: { jobId: job.id } });
  if (planned === 0) return findUnread(tx, job, data);
  const missing = await tx.jobChapter.findMany({
    where: { jobId: job.id, content: null },
    select: { position: true },
    orderBy: { position: "asc" },
  });
  const unread = isSequential(job) ? await findUnlearnt(tx, job) : undefined;
  if (unread !== undefined)
    return { status: "writing_chapters", stages: [{ name: "continuity", data: { ...data, position: unread } }] };
  if (missing.length === 0) {
    const name = has("review") ? nextAfterReview(job, has("report")) : "review";
    return { status: "finalizing", stages: [{ name, data }] };
  }
  const [next] = missing;
  if (next && isSequential(job)) return findNext(tx, job, data, next.position);
  const positions = missing.map(({ position }) => position);
  const stages = await chapterStages(tx, job, data, positions);
  return { status: "writing_chapters", stages };
}

/**
 * Keeps the job's own models where they or the configured ones do not combine with others.
 * @param asked the model that the retry asks for
 * @throws {AppError} invalid, when that one does not combine with what is written
 */
function modelsFor(job: Job, asked: string | undefined) {
  const wanted = chainsOfNewJob(asked ?? BookOptions.parse(job.options).model);
  const canReplace = [wanted, job].every(({ model }) => capabilitiesOf(model).combines);
  if (canReplace) return wanted;
  if (asked !== undefined && asked !== job.model)
    throw invalid("model", "Une démonstration ne se mêle pas à un vrai modèle\u202f: commandez un autre livre.");
  return { model: job.model, models: chainsOf(job) };
}

const retryable: readonly JobStatus[] = ["failed", "cancelled", "awaiting_budget"];

/**
 * @throws {AppError} not_found; conflict, unless the job failed, was cancelled or waits for a higher cap; invalid: a cap
 * without a price, or one that is spent, or a model that is unknown, not ready, or does not combine with what is written
 */
export async function retryJob(id: string, { max_cost, model }: JobRetry = {}): Promise<JobView> {
  const jobId = await readJobId(id);
  await chainsOfOrder({ model });
  const run = await transaction(async (tx) => {
    const job = await lockJob(tx, jobId);
    if (!job || job.deletedAt) throw notFound("Rédaction");
    if (!retryable.includes(job.status))
      throw new AppError(
        "conflict",
        "Seule une rédaction échouée, annulée ou arrêtée par son plafond peut être reprise.",
      );
    const run = job.run + 1;
    const asked = { ...(max_cost !== undefined && { max_cost }), ...(model !== undefined && { model }) };
    const options = BookOptions.parse({ ...Object(job.options), ...asked });
    const models = modelsFor(job, model);
    checkCap(options.max_cost, models.models);
    await checkRoom(tx, job, options.max_cost);
    await tx.jobStage.updateMany({
      where: { jobId, finishedAt: null },
      data: { failures: 0, limits: 0, error: null, givenUp: {}, retryAt: null, ...noWait },
    });
    await forgetLost(tx, jobId);
    const { status, stages } = await findRemaining(tx, job, run);
    await tx.job.update({
      where: { id: jobId },
      data: { status, run, error: null, options, ...models, updatedAt: now() },
    });
    for (const { name, data } of stages) await enqueue(tx, name, data);
    return run;
  });
  interruptBefore(jobId, run);
  return getJob(jobId);
}
