import type { Job } from "../../database/generated/client.ts";
import { chainsOf } from "../models/chains.ts";
import { factsOf } from "../models/local/server-facts.ts";
import type { WindowOf } from "../models/room.ts";
import type { StageRun } from "../stage/stage-run.ts";
import { readStageModels } from "./stage-models.ts";

/** Follows the chain of a role as the stage does. */
export const createWindowOf =
  (job: Job, stage: StageRun): WindowOf =>
  async (...roles) => {
    const { givenUp } = await readStageModels(stage);
    const chains = roles.map((role) => chainsOf(job)[role]);
    const ids = chains.map((chain) => chain.find((id) => !(id in givenUp)) ?? chain.at(-1) ?? job.model);
    const windows = await Promise.all(ids.map(async (id) => (await factsOf(id)).contextTokens));
    const known = windows.filter((window) => window !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
  };
