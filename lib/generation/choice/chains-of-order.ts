import { readModelSettings } from "../model-settings/read.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { checkModel } from "./check-model.ts";

/**
 * The model that an order chooses writes alone; without one, those that are configured.
 * @throws {AppError} invalid, when the chosen one is unknown or not ready
 */
export async function chainsOfOrder({
  model,
}: {
  model?: string | undefined;
}): Promise<ReturnType<typeof chainsOfNewJob>> {
  if (model === undefined) await readModelSettings();
  else await checkModel(model);
  return chainsOfNewJob(model);
}
