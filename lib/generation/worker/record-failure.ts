import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { publish } from "../../webhook/publish.ts";
import { titleOf } from "../book/assemble.ts";
import { dropDrafts } from "../drafts/pieces.ts";
import { askedToWait, blamesAnswers, countOf, type Failure, retryDelay } from "../failure.ts";
import { forgetAnswers } from "../money/calls.ts";
import { lockJob, type Step, stageOf, wanted } from "../stage/rows.ts";

async function countFailure(tx: Transaction, step: Step, failure: Failure): Promise<number> {
  const { jobId } = step.data;
  const { message: error } = failure;
  const retryAt = askedToWait(failure, now());
  const counted = countOf(failure);
  const data = { [counted]: { increment: 1 }, error, retryAt };
  if (step.name === "chapter") {
    const where = { jobId_position: { jobId, position: step.data.position } };
    return (await tx.jobChapter.update({ where, data }))[counted];
  }
  const where = { jobId_name: { jobId, name: stageOf[step.name] } };
  const create = { jobId, name: stageOf[step.name], startedAt: now(), [counted]: 1, error, retryAt };
  return (await tx.jobStage.upsert({ where, create, update: data }))[counted];
}

/** Counts a failure: queues the step again a little later, or gives the book up and says so to the world. */
export async function recordFailure(tx: Transaction, step: Step, failure: Failure): Promise<void> {
  const job = await lockJob(tx, step.data.jobId);
  if (!job || !wanted(job, step.data.run)) return;
  const failures = await countFailure(tx, step, failure);
  if (blamesAnswers(failure)) await forgetAnswers(tx, step);
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
