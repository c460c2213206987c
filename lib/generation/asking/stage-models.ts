import { z } from "zod";
import { db, transaction } from "../../database/client.ts";
import { lockRun } from "../stage-state/lock-job.ts";
import { staleWork } from "../stage-state/running.ts";
import { type StageRun, stageKey } from "../stage-state/stage-run.ts";

/** Maps a model to the French sentence that says why the stage no longer asks it. */
const GivenUp = z.record(z.string(), z.string());
type GivenUp = z.infer<typeof GivenUp>;

type StageModels = {
  failures: number;
  limits: number;
  givenUp: GivenUp;
  model: string | null;
  waitsSince: Date | null;
};

export async function readStageModels(stage: StageRun): Promise<StageModels> {
  const row = await db().jobStage.findUniqueOrThrow({
    where: { jobId_name_position: stageKey(stage) },
    select: { failures: true, limits: true, givenUp: true, model: true, waitsSince: true },
  });
  return { ...row, givenUp: GivenUp.parse(row.givenUp) };
}

type Change =
  | { model?: string; waitsSince: null; waitsFor: null }
  | { model: string }
  | { waitsSince: Date; waitsFor: string }
  | { givenUp: GivenUp; failures: 0; limits: 0; waitsSince: null; waitsFor: null };

/** @throws when the stage's run has ended meanwhile */
export async function writeStageModels(stage: StageRun, data: Change): Promise<void> {
  await transaction(async (tx) => {
    if (!(await lockRun(tx, stage.data))) throw staleWork();
    await tx.jobStage.updateMany({ where: stageKey(stage), data });
  });
}
