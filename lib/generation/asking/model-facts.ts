import type { Job } from "../../database/generated/client.ts";
import type { Role } from "../models/call-context.ts";
import { chainsOf } from "../models/chains.ts";
import { isSmallModel } from "../models/local/is-small.ts";
import { factsOf } from "../models/local/server-facts.ts";
import type { ModelFacts } from "../models/room.ts";
import type { StageRun } from "../stage-state/stage-run.ts";
import { readStageModels } from "./stage-models.ts";

/** Follows the chain of a role as the stage does. */
export function createModelFacts(job: Job, stage: StageRun): ModelFacts {
  const modelsOf = async (roles: Role[]) => {
    const { givenUp } = await readStageModels(stage);
    const chains = roles.map((role) => chainsOf(job)[role]);
    return chains.map((chain) => chain.find((id) => !(id in givenUp)) ?? chain.at(-1) ?? job.model);
  };
  return {
    async windowOf(...roles) {
      const windows = await Promise.all((await modelsOf(roles)).map(async (id) => (await factsOf(id)).contextTokens));
      const known = windows.filter((window) => window !== undefined);
      return known.length > 0 ? Math.min(...known) : undefined;
    },
    async isSmall(role) {
      const [id = job.model] = await modelsOf([role]);
      return isSmallModel(id);
    },
  };
}
