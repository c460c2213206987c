import { perProcess } from "../../per-process.ts";

/** Why work in progress was told to stop: nobody wants it any more, or this process is stopping. */
type Reason = "stale" | "stopping";

const interrupted = (reason: Reason) => Object.assign(new Error(reason), { name: "Interrupted", reason });

/** The interruption that an error is, recognised by its fields: another copy of this code may have made it. */
export function interruption(error: unknown): Reason | undefined {
  return error instanceof Error && error.name === "Interrupted"
    ? (error as ReturnType<typeof interrupted>).reason
    : undefined;
}

/** Ends work that is found to be pointless. */
export const staleWork = () => interrupted("stale");

type Work = { jobId: string; run: number; controller: AbortController };

/** What this process is writing: a route that cancels a job is another copy of this code than the worker's. */
const works = perProcess("generation.running", () => new Set<Work>());

/** Registers work before it looks whether it is still wanted, so that no cancel slips between. */
export function register(jobId: string, run: number): { signal: AbortSignal; end: () => void } {
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
