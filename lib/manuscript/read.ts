import path from "node:path";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { AppError, invalid } from "../errors.ts";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";
import type { Outcome, Upload } from "./manuscript.ts";
import type { RefusalKind } from "./refused.ts";

/** More at once would take memory, not be quicker. */
const maxThreads = 2;
const timeoutMs = 60_000;
/** A thread gives its memory back soon: a person has few manuscripts. */
const idleTimeoutMs = 2000;
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Found from the working directory, which is the repository: a bundle has no worker file beside it. */
const filename = path.join(process.cwd(), "lib", "manuscript", "worker.ts");

const threads = perProcess("manuscript.threads", () => {
  const pool = new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleTimeoutMs, resourceLimits });
  // Without a listener, a thread that dies between two files would end the process.
  pool.on("error", (error) => logger.warn("⚠️ Un fil de lecture s’est arrêté", describeError(error)));
  const slot = pLimit(maxThreads);
  return (task: { body: Uint8Array; contentType: string }): Promise<Outcome> =>
    slot(() => pool.run(task, { name: "read", signal: AbortSignal.timeout(timeoutMs) }));
});

const tooHeavy =
  "Le fichier demande trop de temps ou de mémoire pour être lu\u202f: partagez-le, ou enregistrez-le de nouveau.";

function toError({ kind, message }: { kind: RefusalKind; message: string }): AppError {
  if (kind === "invalid") return invalid("file", message);
  return new AppError(kind, message, kind === "malformed" ? undefined : [{ path: "file", message }]);
}

/**
 * Reads the form and its file in a thread, bounded in time and memory: the event loop parses nothing of it.
 * @throws {AppError} invalid, unsupported_media_type, too_large, malformed
 */
export async function readUpload(body: Uint8Array, contentType: string): Promise<Upload> {
  const outcome = await threads
    .get()({ body, contentType })
    .catch((error) => {
      logger.warn("⚠️ Un manuscrit n’a pas pu être lu", describeError(error));
      throw invalid("file", tooHeavy);
    });
  if ("refused" in outcome) throw toError(outcome.refused);
  return outcome.upload;
}
