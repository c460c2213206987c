import path from "node:path";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../shared.ts";

const maxThreads = 2;
/** The last resort: what is within the bounds takes a second of processor time, on a machine that may be busy. */
const timeoutMs = 30_000;
/** A thread that ends gives its memory back. */
const idleTimeoutMs = 30_000;
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Bundles have no file of their own beside the worker's: every process of ours starts in the repository. */
const filename = path.join(process.cwd(), "lib", "document", "worker.ts");

const threads = perProcess("document.threads", () => ({
  pool: new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleTimeoutMs, resourceLimits }),
  slot: pLimit(maxThreads),
}));

type Task = { source: string; title?: string };

/** Does something with a text in a thread; what takes too long, too much memory or fails is done with it as plain text. */
export function inThread<Result>(name: "parse" | "render", task: Task): Promise<Result> {
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

/** How many threads live now. */
export const countThreads = (): number => threads.peek()?.pool.threads.length ?? 0;
