import { connection } from "next/server";
import { env } from "#lib/env.ts";
import { describeModel } from "#lib/generation/models/describe.ts";
import { Practice } from "./practice.tsx";

/** Shows the practice receiver in development, the only mode that has one. */
export async function PracticePlace() {
  await connection();
  return env().ENVIRONMENT === "development" ? <Practice demo={describeModel().demo} /> : null;
}
