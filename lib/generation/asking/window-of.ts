import type { Job } from "../../database/generated/client.ts";
import { chainsOf } from "../models/chains.ts";
import { factsOf } from "../models/local/server-facts.ts";
import type { WindowOf } from "../models/room.ts";
import type { StageRun } from "../stage/stage-run.ts";
import { readStageModels } from "./stage-models.ts";

/** Follows the chain of a role as the stage does. */
export const createWindowOf =
  (job: Job, stage: StageRun): WindowOf =>
  async (role) => {
    const { givenUp } = await readStageModels(stage);
    const chain = chainsOf(job)[role];
    const id = chain.find((one) => !(one in givenUp)) ?? chain.at(-1) ?? job.model;
    return (await factsOf(id)).contextTokens;
  };
