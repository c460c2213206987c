import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss, Job as QueueJob } from "pg-boss";
import { db, transaction } from "../../database/client.ts";
import type { StageName } from "../../database/generated/client.ts";
import { isOutage } from "../../database/outage.ts";
import { env } from "../../env.ts";
import { describeError, logger } from "../../logger.ts";
import { ClaimLost, completeEntry } from "../../queue/enqueue.ts";
import type { QueueData } from "../../queue/queues.ts";
import { workQueue } from "../../queue/work.ts";
import { createAsk } from "../asking/create-ask.ts";
import { createModelFacts } from "../asking/model-facts.ts";
import { type Draft, openDraft } from "../drafts/draft.ts";
import { Failure } from "../failure.ts";
import { readModelSettings } from "../model-settings/read.ts";
import { modelProblems } from "../models/describe.ts";
import { forgetAnswers } from "../money/calls.ts";
import { lockRun } from "../stage-state/lock-job.ts";
import { postpone, RetryLater } from "../stage-state/postpone.ts";
import {
  beginCalls,
  endCalls,
  interruptBefore,
  interruptionReason,
  registerWork,
  runningJobs,
} from "../stage-state/running.ts";
import { beginStage } from "../stage-state/stage-rows.ts";
import type { StageRun } from "../stage-state/stage-run.ts";
import type { Stage } from "../stages/stage.ts";
import { recordFailure } from "./record-failure.ts";

type Claimed<Name extends StageName> = QueueJob<QueueData[Name]>;

async function runStage<Name extends StageName>(name: Name, claimed: Claimed<Name>): Promise<void> {
  // Loads the writing of books with the first stage.
  const { stages } = await import("../stages/stages.ts");
  const { work, commit } = stages[name] as Stage<Name, unknown>;
  const { data } = claimed;
  const running = registerWork(data.jobId, data.run);
  const signal = AbortSignal.any([running.signal, claimed.signal]);
  const stage = { name, data } as StageRun;
  let draft: Draft | undefined;
  try {
    const begun = await beginStage(stage);
    if (!begun) return await transaction((tx) => completeEntry(tx, name, claimed));
    draft = stage.name === "chapter" ? openDraft(stage.data) : undefined;
    const { job, begunAt } = begun;
    const ask = createAsk(job, { ...stage, begunAt }, { signal, draft });
    const result = await work(job, data, { ask, ...createModelFacts(job, stage), signal });
    await transaction(async (tx) => {
      await completeEntry(tx, name, claimed);
      const current = await lockRun(tx, data);
      if (!current) return;
      await commit(tx, current, { data, result });
      await forgetAnswers(tx, stage);
    });
  } catch (error) {
    await handleFailedClaim(name, claimed, running.signal.aborted ? running.signal.reason : error);
  } finally {
    await draft?.close();
    running.end();
  }
}

/** The queue hands a claim out again at once while the database is away. */
const afterOutageMs = 500;

/** An error thrown here hands the claim back to the queue. */
async function handleFailedClaim<Name extends StageName>(name: Name, claimed: Claimed<Name>, error: unknown) {
  const reason = interruptionReason(error);
  if (reason === "stopping") throw error;
  if (isOutage(error)) {
    logger.warn("⚠️ La base s’est absentée : l’étape reprend avec ses réponses", describeError(error));
    await sleep(afterOutageMs);
    throw error;
  }
  const claimIsLost = error instanceof ClaimLost || (claimed.signal.aborted && !reason);
  if (claimIsLost) return;
  const stage = { name, data: claimed.data } as StageRun;
  await transaction(async (tx) => {
    await completeEntry(tx, name, claimed);
    if (reason) return;
    if (error instanceof RetryLater) await postpone(tx, stage, error.until);
    else await recordFailure(tx, stage, toFailure(error));
  });
}

function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  logger.error("❌ Erreur interne pendant la rédaction", describeError(error));
  return new Failure("internal", "Une erreur interne a interrompu la rédaction\u202f; elle est dans le journal.");
}

async function interruptStaleWork() {
  const ids = runningJobs();
  if (ids.length === 0) return;
  const jobs = await db().job.findMany({ where: { id: { in: ids } }, select: { id: true, run: true } });
  const runs = new Map(jobs.map((job) => [job.id, job.run]));
  for (const jobId of ids) interruptBefore(jobId, runs.get(jobId) ?? Number.POSITIVE_INFINITY);
}

/** @returns a function that lets calls in flight end for a while, and gives unfinished work back to the queue */
export async function startGeneration(boss: PgBoss): Promise<(graceMs?: number) => Promise<void>> {
  beginCalls();
  await readModelSettings();
  for (const problem of modelProblems()) logger.warn(`⚠️ ${problem}`);
  const concurrency: Record<StageName, number> = {
    research: env().GENERATION_CONCURRENCY,
    outline: 2,
    chapter: env().GENERATION_CONCURRENCY,
    continuity: env().GENERATION_CONCURRENCY,
    review: 2,
    report: 2,
    finalize: 2,
  };
  const start = <Name extends StageName>(name: Name) =>
    workQueue(boss, name, { concurrency: concurrency[name], handle: (claimed) => runStage(name, claimed) });
  const stops: (() => Promise<void>)[] = [];
  for (const name of Object.keys(concurrency) as StageName[]) stops.push(await start(name));
  const staleTimer = setInterval(
    () =>
      interruptStaleWork().catch((error) => logger.error("❌ Erreur du guet des annulations", describeError(error))),
    1000,
  );
  return async (graceMs = 0) => {
    const stopped = stops.map((stop) => stop());
    const settle = endCalls(graceMs);
    await Promise.all(stopped);
    clearInterval(staleTimer);
    settle();
  };
}
