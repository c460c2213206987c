import { z } from "zod";
import { db, transaction } from "../../database/client.ts";
import { lockRun } from "../stage/lock-job.ts";
import { staleWork } from "../stage/running.ts";
import { type StageRun, stageKey } from "../stage/stage-run.ts";

/** The models a stage no longer asks, each with the sentence that says why. */
const GivenUp = z.record(z.string(), z.string());
type GivenUp = z.infer<typeof GivenUp>;

type StageModels = { failures: number; limits: number; givenUp: GivenUp; model: string | null };

/** Reads how a stage stands with its models: failures and limits of the one it asks now, and those it has given up. */
export async function readStageModels(stage: StageRun): Promise<StageModels> {
  const row = await db().jobStage.findUniqueOrThrow({
    where: { jobId_name_position: stageKey(stage) },
    select: { failures: true, limits: true, givenUp: true, model: true },
  });
  return { ...row, givenUp: GivenUp.parse(row.givenUp) };
}

type Change = { model: string } | { givenUp: GivenUp; failures: 0; limits: 0 };

/** Writes down what became of a stage's models. @throws when its run has ended meanwhile */
export async function writeStageModels(stage: StageRun, data: Change): Promise<void> {
  await transaction(async (tx) => {
    if (!(await lockRun(tx, stage.data))) throw staleWork();
    await tx.jobStage.updateMany({ where: stageKey(stage), data });
  });
}
