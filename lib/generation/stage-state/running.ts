import { perProcess } from "../../per-process.ts";

type Reason = "stale" | "stopping";

const interrupted = (reason: Reason) => Object.assign(new Error(reason), { name: "Interrupted", reason });

/** Reads fields, not the class: another copy of this code may have thrown the error. */
export function interruptionReason(error: unknown): Reason | undefined {
  return error instanceof Error && error.name === "Interrupted"
    ? (error as ReturnType<typeof interrupted>).reason
    : undefined;
}

export const staleWork = () => interrupted("stale");

type Work = { jobId: string; run: number; controller: AbortController };

/** The route that cancels runs another copy of this code than the worker. */
const works = perProcess("generation.running", () => new Set<Work>());

/** Set while this process lets the calls in flight end and begins no other. */
const winding = perProcess("generation.winding", () => ({ down: false }));

/** Throws `stopping` for a call that would begin while this process is winding down. */
export function throwIfWindingDown() {
  if (winding.get().down) throw interrupted("stopping");
}

/** Call it before checking that the work is still wanted, so that no cancel slips between. */
export function registerWork(jobId: string, run: number): { signal: AbortSignal; end: () => void } {
  const work = { jobId, run, controller: new AbortController() };
  works.get().add(work);
  return { signal: work.controller.signal, end: () => works.get().delete(work) };
}

/** The run that follows may already have begun. */
export function interruptBefore(jobId: string, run: number) {
  for (const work of works.get())
    if (work.jobId === jobId && work.run < run) work.controller.abort(interrupted("stale"));
}

/** Begins calls of models again, after a stop. */
export function beginCalls() {
  winding.get().down = false;
}

/**
 * Begins no more calls, and aborts those that have not ended after a while, for a process that is stopping.
 * @returns a function that takes the abort back, once nothing is running any more
 */
export function endCalls(graceMs: number): () => void {
  winding.get().down = true;
  const abort = () => {
    for (const work of works.get()) work.controller.abort(interrupted("stopping"));
  };
  if (graceMs === 0) abort();
  const timer = setTimeout(abort, graceMs);
  return () => clearTimeout(timer);
}

export const runningJobs = (): string[] => [...new Set([...works.get()].map((work) => work.jobId))];
