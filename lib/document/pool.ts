import path from "node:path";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";

const maxThreads = 2;
/** A text within the bounds takes at most a second of processor time, on a machine that may be busy. */
const defaultTimeoutMs = 30_000;
const idleTimeoutMs = 30_000;

/** Found from the working directory, which is the repository: a bundle has no worker file beside it. */
const filename = path.join(process.cwd(), "lib", "document", "worker.ts");

type Name = "parse" | "render";
type Task = { source: string; title?: string };

/** Makes a pool whose threads start with the texts that need them, each with so much memory at most. */
export function createThreads({ memoryMb = 256 } = {}) {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
  const pool = new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleTimeoutMs, resourceLimits });
  // Without a listener, a thread that dies between two texts would end the process.
  pool.on("error", (error) => logger.warn("⚠️ Un fil de lecture s’est arrêté", describeError(error)));
  const slot = pLimit(maxThreads);
  return {
    /** Parses or renders a text in a thread; if that fails or takes too much time or memory, again as plain text. */
    run: <Result>(name: Name, task: Task, timeoutMs = defaultTimeoutMs): Promise<Result> =>
      slot(async () => {
        const signal = AbortSignal.timeout(timeoutMs);
        try {
          return await pool.run({ ...task, plain: false }, { name, signal });
        } catch (error) {
          const text = `Un texte de ${task.source.length} caractères`;
          logger.warn(`⚠️ ${text} est pris pour du texte brut`, describeError(error));
          return await pool.run({ ...task, plain: true }, { name });
        }
      }),
    count: () => pool.threads.length,
    close: () => pool.destroy(),
  };
}

const threads = perProcess("document.threads", () => createThreads());

/** Parses or renders a text in one of the threads of this process. */
export const runInThread = <Result>(name: Name, task: Task): Promise<Result> => threads.get().run<Result>(name, task);

export const countThreads = (): number => threads.peek()?.count() ?? 0;
