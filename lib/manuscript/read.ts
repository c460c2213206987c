import path from "node:path";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import { AppError, invalid } from "../errors.ts";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";
import type { Outcome, Upload } from "./manuscript.ts";
import type { RefusalKind } from "./refused.ts";

const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
const timeoutMs = 60_000;
/** More at once would take memory, not be quicker. */
const slots = perProcess("manuscript.slots", () => pLimit(2));

/** Found from the working directory, which is the repository: a bundle has no worker file beside it. */
const filename = path.join(process.cwd(), "lib", "manuscript", "worker.ts");

const tooHeavy =
  "Le fichier demande trop de temps ou de mémoire pour être lu\u202f: partagez-le, ou enregistrez-le de nouveau.";

function run(body: Uint8Array, contentType: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(filename, { workerData: { body, contentType }, resourceLimits });
    const timer = setTimeout(() => reject(new Error(`plus de ${timeoutMs} ms`)), timeoutMs);
    worker.once("message", resolve).once("error", reject);
    worker.once("exit", () => reject(new Error("le fil s’est arrêté")));
    const end = () => {
      clearTimeout(timer);
      void worker.terminate();
    };
    worker.once("message", end).once("error", end);
    setTimeout(end, timeoutMs + 100).unref();
  });
}

function toError({ kind, message }: { kind: RefusalKind; message: string }): AppError {
  if (kind === "invalid") return invalid("file", message);
  return new AppError(kind, message, kind === "malformed" ? undefined : [{ path: "file", message }]);
}

/**
 * Reads the form and its file in a thread, bounded in time and memory: the event loop parses nothing of it.
 * @throws {AppError} invalid, unsupported_media_type, too_large, malformed
 */
export async function readUpload(body: Uint8Array, contentType: string): Promise<Upload> {
  const outcome = await slots.get()(() =>
    run(body, contentType).catch((error) => {
      logger.warn("⚠️ Un manuscrit n’a pas pu être lu", describeError(error));
      throw invalid("file", tooHeavy);
    }),
  );
  if ("refused" in outcome) throw toError(outcome.refused);
  return outcome.upload;
}
