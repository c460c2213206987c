import { connection } from "next/server";
import { env } from "#lib/env.ts";
import { describeModel } from "#lib/generation/models/describe.ts";
import { Practice } from "./practice.tsx";

/** The practice receiver exists in development only. */
export async function PracticePlace() {
  await connection();
  return env().ENVIRONMENT === "development" ? <Practice demo={describeModel().demo} /> : null;
}
