import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { JobDetail } from "#lib/contract/job.ts";
import { observeUntil, type Tracked } from "../app/jobs.ts";
import type { SingleInstance } from "./single-instance.ts";

/** Resolves when a book has reached the point. */
type KillPoint = (instance: SingleInstance, job: Tracked) => Promise<unknown>;

const whenJob =
  (reached: (job: JobDetail) => boolean): KillPoint =>
  ({ app }, job) =>
    observeUntil(app.url, job, { reached });

/** The line is written inside the transaction: the kill falls just before or just after its commit. */
const whileFinishing: KillPoint = async ({ app }, { id }) => {
  const isFinishing = (line: string) => line.startsWith("📚 Livre terminé") && line.includes(id);
  while (!app.lines().some(isFinishing)) await yieldToEventLoop();
};

/** Points at which a book waits for nobody, so that the kill has to meet them, by French name. */
export const killPoints: Record<string, KillPoint> = {
  "juste après l’enregistrement d’un chapitre": whenJob((job) => job.chapters_completed >= 1),
  "pendant la finalisation": whileFinishing,
  "juste après la finalisation": whenJob((job) => job.status === "completed"),
};
