import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { publish } from "../../webhook/publish.ts";
import { titleOf } from "../book/assemble.ts";
import { orderOf } from "../book/order-of.ts";
import { dropDrafts } from "../drafts/pieces.ts";
import { counterOf, type Failure, retryDelayMs, shownUntil } from "../failure.ts";
import { forgetAnswers } from "../money/calls.ts";
import { lockWanted } from "../stage-state/lock-job.ts";
import { waitForServer } from "../stage-state/server-wait.ts";
import { type StageRun, stageKey } from "../stage-state/stage-run.ts";

async function countFailure(tx: Transaction, stage: StageRun, failure: Failure): Promise<number> {
  const key = stageKey(stage);
  const counted = counterOf(failure);
  const until = new Date(now().getTime() + (failure.retryAfterMs ?? 0));
  const said = { error: failure.message, retryAt: shownUntil(until, now()) };
  const row = await tx.jobStage.upsert({
    where: { jobId_name_position: key },
    create: { ...key, startedAt: now(), [counted]: 1, ...said },
    update: { [counted]: { increment: 1 }, ...said },
  });
  return row[counted];
}

/** Nothing is lost and nobody is told: a person raises the cap, or cancels. */
async function awaitBudget(tx: Transaction, jobId: string, { message }: Failure): Promise<void> {
  await tx.job.update({
    where: { id: jobId },
    data: { status: "awaiting_budget", error: message, updatedAt: now() },
  });
}

export async function recordFailure(tx: Transaction, stage: StageRun, failure: Failure): Promise<void> {
  const job = await lockWanted(tx, stage.data);
  if (!job) return;
  if (failure.code === "budget") return awaitBudget(tx, job.id, failure);
  const askAgainAt = await waitForServer(tx, stage, failure);
  if (askAgainAt) return void (await enqueue(tx, stage.name, stage.data, { startAfter: askAgainAt }));
  const failures = await countFailure(tx, stage, failure);
  if (failure.policy.discardAnswers) await forgetAnswers(tx, stage);
  if (failures < failure.policy.tries) {
    const startAfter = new Date(now().getTime() + retryDelayMs(failure, failures));
    await enqueue(tx, stage.name, stage.data, { startAfter });
    return;
  }
  const { position } = stageKey(stage);
  const where = position > 0 ? `Chapitre ${position}\u202f: ` : "";
  const error = `${where}${failure.message}`;
  await tx.job.update({ where: { id: job.id }, data: { status: "failed", error, updatedAt: now() } });
  await dropDrafts(tx, job.id);
  await publish(tx, { ...orderOf(job), title: titleOf(job), type: "book.failed", error });
}
