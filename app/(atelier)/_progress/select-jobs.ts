import { isMoving } from "#app/_components/data/jobs.ts";
import type { JobView } from "#lib/contract/job.ts";
import { isAwaiting } from "#lib/contract/values.ts";

const recentMs = 30 * 60_000;
const maxShown = 6;

const hasFailed = (job: JobView) =>
  job.status === "failed" || (job.status === "completed" && ["failed", "disabled"].includes(job.webhook.status));

/** Selects the jobs that the workshop shows: those that wait for a person, however old, that move, went wrong or have just ended. */
export function selectJobs(items: JobView[], awaiting: JobView[] | undefined, now: number): JobView[] {
  const awaited = awaiting ?? items.filter((job) => isAwaiting(job.status));
  const justEnded = (job: JobView) => job.status === "completed" && now - Date.parse(job.updated_at) < recentMs;
  const moving = items.filter(isMoving);
  const others = items.filter((job) => !isMoving(job) && (hasFailed(job) || justEnded(job)));
  return [...awaited, ...moving, ...others].slice(0, Math.max(maxShown, awaited.length + moving.length));
}
