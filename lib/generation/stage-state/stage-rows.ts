import { now } from "../../clock.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { lockWanted } from "./lock-job.ts";
import { noWait } from "./server-wait.ts";
import { type BegunStage, type StageRun, stageKey } from "./stage-run.ts";

/** @returns when it was begun, later than ever before; undefined when the stage's result is already there */
async function noteStart(tx: Transaction, stage: StageRun): Promise<Date | undefined> {
  const key = stageKey(stage);
  const known = await tx.jobStage.findUnique({ where: { jobId_name_position: key } });
  if (known?.finishedAt) return undefined;
  const startedAt = new Date(Math.max(now().getTime(), Number(known?.startedAt ?? 0) + 1));
  await tx.jobStage.upsert({
    where: { jobId_name_position: key },
    create: { ...key, startedAt },
    update: { startedAt, retryAt: null },
  });
  return startedAt;
}

/**
 * Begins a stage, or begins it again: its earlier life makes no more calls then.
 * @returns undefined when it is no longer wanted, or its result is already there
 */
export function beginStage(stage: StageRun): Promise<{ job: Job; begunAt: Date } | undefined> {
  const { jobId } = stage.data;
  return transaction(async (tx) => {
    const job = await lockWanted(tx, stage.data);
    const begunAt = job && (await noteStart(tx, stage));
    if (!begunAt) return undefined;
    const plans = stage.name === "research" || stage.name === "outline";
    if (plans && job.status === "pending")
      await tx.job.update({ where: { id: jobId }, data: { status: "generating_outline", updatedAt: now() } });
    return { job, begunAt };
  });
}

/** Expects the job to be locked. @returns false once the stage was begun again, or is finished */
export async function isBegunLast(tx: Transaction, stage: BegunStage): Promise<boolean> {
  const { begunAt } = stage;
  return (await tx.jobStage.count({ where: { ...stageKey(stage), startedAt: begunAt, finishedAt: null } })) > 0;
}

/** `error` tells what went less well than hoped without stopping the stage. */
export async function finishStage(
  tx: Transaction,
  stage: StageRun,
  { result = {}, error = null }: { result?: object; error?: string | null | undefined },
): Promise<void> {
  const key = stageKey(stage);
  const finishedAt = now();
  const data = { result, finishedAt, error, ...noWait };
  await tx.jobStage.upsert({
    where: { jobId_name_position: key },
    create: { ...key, startedAt: finishedAt, ...data },
    update: data,
  });
}
