import { build, isBuilt } from "../scripts/setup/build.ts";

/** Builds the app unless it is built. @throws with the output of a build that failed */
export async function ensureBuild() {
  if (isBuilt()) return;
  console.info("🔨 Construction…");
  const { ok, output } = await build();
  if (!ok) throw new Error(output);
}
