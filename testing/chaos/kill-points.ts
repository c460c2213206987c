import type { JobDetail } from "#lib/contract/job.ts";
import { observeUntil, type Tracked } from "../app/jobs.ts";
import type { SingleInstance } from "./single-instance.ts";

type KillPoint = (instance: SingleInstance, job: Tracked) => Promise<unknown>;

const whenJob =
  (reached: (job: JobDetail) => boolean): KillPoint =>
  ({ app }, job) =>
    observeUntil(app.url, job, { reached, everyMs: 20 });

/** The line is written inside the transaction: the kill falls just before or just after its commit. */
const whileFinishing: KillPoint = ({ app }, { id }) =>
  app.nextLine((line) => line.startsWith("📚 Livre terminé") && line.includes(id));

/** Points at which a book waits for nobody, so that the kill has to meet them, by French name. */
export const killPoints: Record<string, KillPoint> = {
  "juste après l’enregistrement d’un chapitre": whenJob((job) => job.chapters_completed >= 1),
  "pendant la finalisation": whileFinishing,
  "juste après la finalisation": whenJob((job) => job.status === "completed"),
};
