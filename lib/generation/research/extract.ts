import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import type { Readable, readPageText } from "./readable.ts";

const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 2 };
const slot = pLimit(2);

type Page = Parameters<typeof readPageText>[0];

type Bounds = { timeoutMs: number; signal: AbortSignal };

function run(page: Page, { timeoutMs, signal }: Bounds): Promise<Readable | undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(undefined);
    const worker = new Worker(new URL("./readable-worker.ts", import.meta.url), { workerData: page, resourceLimits });
    const end = (read?: Readable) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      // The thread may be in the middle of something that never ends.
      void worker.terminate();
      resolve(read);
    };
    const abort = () => end();
    const timer = setTimeout(abort, timeoutMs);
    signal.addEventListener("abort", abort);
    worker.once("message", end).once("error", abort).once("exit", abort);
  });
}

export const extract = (page: Page, bounds: Bounds): Promise<Readable | undefined> => slot(() => run(page, bounds));
