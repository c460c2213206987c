import path from "node:path";
import { Piscina } from "piscina";
import { describeError, logger } from "../../logger.ts";
import { perProcess } from "../../per-process.ts";
import type { Edition } from "./edition.ts";

export const maxThreads = 2;
/** A book of 300,000 words takes five seconds and 320 MB; a thread gives its memory back soon. */
const timeoutMs = 60_000;
const idleTimeoutMs = 2000;
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Found from the working directory, which is the repository: a bundle has no worker file beside it. */
const filename = path.join(process.cwd(), "lib", "library", "export", "worker.ts");

const threads = perProcess("export.threads", () => {
  const pool = new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleTimeoutMs, resourceLimits });
  // Without a listener, a thread that dies between two books would end the process.
  pool.on("error", (error) => logger.warn("⚠️ Un fil d’écriture de fichiers s’est arrêté", describeError(error)));
  return pool;
});

/** Makes the file in a thread, bounded in time and memory: the event loop converts nothing of it. */
export const makeInThread = (form: "epub" | "docx", edition: Edition): Promise<Uint8Array<ArrayBuffer>> =>
  threads.get().run(edition, { name: form, signal: AbortSignal.timeout(timeoutMs) });
