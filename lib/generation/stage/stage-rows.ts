import { now } from "../../clock.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { isWanted } from "./lock-job.ts";
import { noWait } from "./server-wait.ts";
import { type StageRun, stageKey } from "./stage-run.ts";

/** @returns false when the stage's result is already there */
async function noteStart(stage: StageRun): Promise<boolean> {
  const key = stageKey(stage);
  const startedAt = now();
  await db().jobStage.createMany({ data: { ...key, startedAt }, skipDuplicates: true });
  const unfinished = { ...key, finishedAt: null };
  const { count } = await db().jobStage.updateMany({ where: unfinished, data: { startedAt, retryAt: null } });
  return count > 0;
}

/** @returns undefined when the stage is no longer wanted, or its result is already there */
export async function beginStage(stage: StageRun): Promise<Job | undefined> {
  const { jobId, run } = stage.data;
  const job = await db().job.findUnique({ where: { id: jobId } });
  if (!isWanted(job, run) || !(await noteStart(stage))) return undefined;
  if (stage.name === "research" || stage.name === "outline")
    await db().job.updateMany({
      where: { id: jobId, run, status: "pending" },
      data: { status: "generating_outline", updatedAt: now() },
    });
  return job;
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
