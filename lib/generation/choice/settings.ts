import type { ModelSettingsUpdate, ModelSettingsView } from "../../contract/model.ts";
import type { ReasoningByRole } from "../../contract/reasoning.ts";
import { readModelSettings } from "../model-settings/read.ts";
import { saveSetting } from "../model-settings/save.ts";
import { toSettingsView } from "../model-settings/view.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { checkNamedModel } from "./check-model.ts";

export async function readSettings(): Promise<ModelSettingsView> {
  await readModelSettings();
  return toSettingsView(chainsOfNewJob().model);
}

/** As the variable is written. */
const writtenOf = (reasoning: ReasoningByRole): string =>
  Object.entries(reasoning)
    .map(([role, level]) => `${role}=${level}`)
    .join(",");

const switchOf = (enabled: boolean | null) => (enabled === null ? null : enabled ? "on" : "off");

/** @throws {AppError} invalid, when the default model is unknown or not ready */
export async function saveSettings(update: ModelSettingsUpdate): Promise<ModelSettingsView> {
  const { default: model, reasoning, local_servers } = update;
  if (model !== undefined && model !== null) await checkNamedModel(model, "default");
  if (model !== undefined) await saveSetting("BOOK_MODEL", model);
  if (reasoning !== undefined) await saveSetting("BOOK_REASONING", reasoning && writtenOf(reasoning));
  if (local_servers !== undefined) await saveSetting("LOCAL_SERVERS", switchOf(local_servers));
  return readSettings();
}
