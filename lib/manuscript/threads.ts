import path from "node:path";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { AppError, invalid } from "../errors.ts";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";
import type { RefusalKind } from "./refused.ts";

/** More at once would take memory, not be quicker. */
const maxThreads = 2;
const timeoutMs = 60_000;
/** A thread gives its memory back soon: a person has few files. */
const idleTimeoutMs = 2000;
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Found from the working directory, which is the repository: a bundle has no worker file beside it. */
const pathOf = (room: string) => path.join(process.cwd(), "lib", room, "worker.ts");

/** What was uploaded: the form, and whatever a thread reads in its file. */
export type Task = { body: Uint8Array; contentType: string };
export type Refusal = { refused: { kind: RefusalKind; message: string } };

/** Each room has a worker of its own, and all of them these threads. */
type Room = "manuscript" | "reference";

const threads = perProcess("manuscript.threads", () => {
  const options = { minThreads: 0, maxThreads, idleTimeout: idleTimeoutMs, resourceLimits };
  const pool = new Piscina({ filename: pathOf("manuscript"), ...options });
  // Without a listener, a thread that dies between two files would end the process.
  pool.on("error", (error) => logger.warn("⚠️ Un fil de lecture s’est arrêté", describeError(error)));
  const slot = pLimit(maxThreads);
  return (room: Room, task: Task): Promise<unknown> =>
    slot(() => pool.run(task, { name: "read", filename: pathOf(room), signal: AbortSignal.timeout(timeoutMs) }));
});

const tooHeavy =
  "Le fichier demande trop de temps ou de mémoire pour être lu\u202f: partagez-le, ou enregistrez-le de nouveau.";

function toError({ kind, message }: Refusal["refused"]): AppError {
  if (kind === "invalid") return invalid("file", message);
  return new AppError(kind, message, kind === "malformed" ? undefined : [{ path: "file", message }]);
}

const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === "object" && outcome !== null && "refused" in outcome;

/**
 * Has the worker of a room read a form and its file in a thread, bounded in time and memory: the event loop parses nothing
 * of it.
 * @throws {AppError} invalid, unsupported_media_type, too_large, malformed
 */
export async function runInThread<Outcome>(room: Room, task: Task): Promise<Exclude<Outcome, Refusal>> {
  const outcome = await threads
    .get()(room, task)
    .catch((error) => {
      logger.warn("⚠️ Un fichier n’a pas pu être lu", describeError(error));
      throw invalid("file", tooHeavy);
    });
  if (isRefusal(outcome)) throw toError(outcome.refused);
  return outcome as Exclude<Outcome, Refusal>;
}
