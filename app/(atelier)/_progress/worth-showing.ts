import { isMoving } from "#app/_components/data/jobs.ts";
import type { JobView } from "#lib/contract/book.ts";

const recent = 30 * 60_000;
const most = 6;

const wentWrong = (job: JobView) =>
  job.status === "failed" || (job.status === "completed" && ["failed", "disabled"].includes(job.webhook.status));

/** What the workshop shows: what waits for a person, however old, what moves, what went wrong, and what has just ended. */
export function worthShowing(items: JobView[], awaiting: JobView[] | undefined, now: number): JobView[] {
  const asking = awaiting ?? items.filter((job) => job.status === "awaiting_approval");
  const justEnded = (job: JobView) => job.status === "completed" && now - Date.parse(job.updated_at) < recent;
  const moving = items.filter(isMoving);
  const others = items.filter((job) => !isMoving(job) && (wentWrong(job) || justEnded(job)));
  return [...asking, ...moving, ...others].slice(0, Math.max(most, asking.length + moving.length));
}
