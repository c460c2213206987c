import { perProcess } from "../../per-process.ts";

/** The reason to stop work in progress: nobody wants it any more, or this process is stopping. */
type Reason = "stale" | "stopping";

const interrupted = (reason: Reason) => Object.assign(new Error(reason), { name: "Interrupted", reason });

/** The reason of an interruption, told by its fields: another copy of this code may have thrown it. */
export function interruptionReason(error: unknown): Reason | undefined {
  return error instanceof Error && error.name === "Interrupted"
    ? (error as ReturnType<typeof interrupted>).reason
    : undefined;
}

/** The error to throw for work that is found to be stale. */
export const staleWork = () => interrupted("stale");

type Work = { jobId: string; run: number; controller: AbortController };

/** The work in progress, for the whole process: a route that cancels is another copy of this code than the worker. */
const works = perProcess("generation.running", () => new Set<Work>());

/** Registers work. Call it before looking whether the work is still wanted, so that no cancel slips between. */
export function registerWork(jobId: string, run: number): { signal: AbortSignal; end: () => void } {
  const work = { jobId, run, controller: new AbortController() };
  works.get().add(work);
  return { signal: work.controller.signal, end: () => works.get().delete(work) };
}

/** Aborts the calls in flight of a job's runs before `run`: the one that follows may already have begun. */
export function interruptBefore(jobId: string, run: number) {
  for (const work of works.get())
    if (work.jobId === jobId && work.run < run) work.controller.abort(interrupted("stale"));
}

/** Aborts everything, for a process that is stopping. */
export function interruptAll() {
  for (const work of works.get()) work.controller.abort(interrupted("stopping"));
}

/** The jobs this process is working on. */
export const runningJobs = (): string[] => [...new Set([...works.get()].map((work) => work.jobId))];
