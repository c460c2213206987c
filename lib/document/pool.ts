import path from "node:path";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";

const maxThreads = 2;
/** A text within the bounds takes at most a second of processor time, on a machine that may be busy. */
const timeoutMs = 30_000;
const idleTimeoutMs = 30_000;
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Found from the working directory, which is the repository: a bundle has no worker file beside it. */
const filename = path.join(process.cwd(), "lib", "document", "worker.ts");

const threads = perProcess("document.threads", () => ({
  pool: new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleTimeoutMs, resourceLimits }),
  slot: pLimit(maxThreads),
}));

type Task = { source: string; title?: string };

/** Parses or renders a text in a thread; if that fails or takes too much time or memory, again as plain text. */
export function runInThread<Result>(name: "parse" | "render", task: Task): Promise<Result> {
  const { pool, slot } = threads.get();
  return slot(async () => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await pool.run({ ...task, plain: false }, { name, signal });
    } catch (error) {
      logger.warn(`⚠️ Un texte de ${task.source.length} caractères est pris pour du texte brut`, describeError(error));
      return await pool.run({ ...task, plain: true }, { name });
    }
  });
}

export const countThreads = (): number => threads.peek()?.pool.threads.length ?? 0;
