import { readModelSettings } from "../model-settings/read.ts";
import { describeModel } from "../models/describe.ts";

/** While the database does not answer, the settings that were last read hold. */
export async function currentModel(): Promise<ReturnType<typeof describeModel>> {
  await readModelSettings().catch(() => {});
  return describeModel();
}
