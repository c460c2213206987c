import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { isWorthSaying } from "../failure.ts";
import { lockJob, type Step, stageOf, wanted } from "./rows.ts";

/** A call may not leave before: its step goes back to the queue, and has not failed. */
export class NotYet extends Error {
  override name = "NotYet";
  readonly until: Date;

  constructor(until: Date) {
    super(`pas avant ${until.toISOString()}`);
    this.until = until;
  }
}

/** Queues a step again for later: nothing is counted, and what it was answered is on record. */
export async function postpone(tx: Transaction, step: Step, until: Date): Promise<void> {
  const job = await lockJob(tx, step.data.jobId);
  if (!job || !wanted(job, step.data.run)) return;
  const data = { retryAt: isWorthSaying(until, now()) ? until : null };
  const { jobId } = step.data;
  if (step.name === "chapter") await tx.jobChapter.updateMany({ where: { jobId, position: step.data.position }, data });
  else await tx.jobStage.updateMany({ where: { jobId, name: stageOf[step.name] }, data });
  await enqueue(tx, step.name, step.data, { startAfter: until });
}
