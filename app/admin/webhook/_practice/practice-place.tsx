import { connection } from "next/server";
import { env } from "#lib/env.ts";
import { currentModel } from "#lib/generation/choice/current-model.ts";
import { Practice } from "./practice.tsx";

/** Shows the practice receiver in development, the only mode that has one. */
export async function PracticePlace() {
  await connection();
  return env().ENVIRONMENT === "development" ? <Practice demo={(await currentModel()).demo} /> : null;
}
