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

export function createThreads({ memoryMb = 256 } = {}) {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
  const pool = new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleTimeoutMs, resourceLimits });
  // Without a listener, a thread that dies between two texts would end the process.
  pool.on("error", (error) => logger.warn("⚠️ Un fil de lecture s’est arrêté", describeError(error)));
  const slot = pLimit(maxThreads);
  return {
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
    close: () => pool.destroy(),
  };
}

const threads = perProcess("document.threads", () => createThreads());

export const runInThread = <Result>(name: Name, task: Task): Promise<Result> => threads.get().run<Result>(name, task);
