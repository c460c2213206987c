import type { JobView } from "#lib/contract/job.ts";
import { isAtWork, isMoving } from "../data/jobs.ts";

type SegmentState = "done" | "running" | "waiting" | "failed";

const fill: Record<SegmentState, string> = {
  done: "bg-accent",
  running: "bg-accent/45 animate-breathe",
  waiting: "bg-track",
  failed: "bg-fail",
};

function segmentsOf(job: JobView): SegmentState[] {
  if (job.status === "completed") return ["done"];
  if (job.total_chapters === 0) return [job.status === "failed" ? "failed" : isAtWork(job) ? "running" : "waiting"];
  return Array.from({ length: job.total_chapters }, (_, index) => {
    if (index < job.chapters_completed) return "done";
    if (index > job.chapters_completed) return "waiting";
    return job.status === "failed" ? "failed" : isMoving(job) ? "running" : "waiting";
  });
}

/** One segment per chapter; `states` when they are known one by one, since chapters are written side by side. */
export function Segments({ job, states }: { job: JobView; states?: SegmentState[] | undefined }) {
  const segments = states?.length && job.status !== "completed" ? states : segmentsOf(job);
  return (
    <div
      role="progressbar"
      aria-label={`Avancement de « ${job.title} »`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={job.progress}
      aria-valuetext={`${job.progress} %`}
      className="flex h-1.25 gap-0.5 overflow-hidden rounded-full"
    >
      {segments.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its position
        <span key={index} className={`min-w-0 flex-1 transition-colors duration-700 ${fill[state]}`} />
      ))}
    </div>
  );
}
