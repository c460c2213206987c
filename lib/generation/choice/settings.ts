import type { ModelSettingsUpdate, ModelSettingsView } from "../../contract/model.ts";
import { readModelSettings } from "../model-settings/read.ts";
import { saveSetting } from "../model-settings/save.ts";
import { toSettingsView } from "../model-settings/view.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { checkNamedModel } from "./check-model.ts";

export async function readSettings(): Promise<ModelSettingsView> {
  await readModelSettings();
  return toSettingsView(chainsOfNewJob().model);
}

const switchOf = (enabled: boolean | null) => (enabled === null ? null : enabled ? "on" : "off");

/** @throws {AppError} invalid, when the default model is unknown or not ready */
export async function saveSettings({ default: model, local_servers }: ModelSettingsUpdate): Promise<ModelSettingsView> {
  if (model !== undefined && model !== null) await checkNamedModel(model, "default");
  if (model !== undefined) await saveSetting("BOOK_MODEL", model);
  if (local_servers !== undefined) await saveSetting("LOCAL_SERVERS", switchOf(local_servers));
  return readSettings();
}
