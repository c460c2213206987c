import { sleep } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { AppError } from "../../errors.ts";
import { takeServerSlot } from "../asking/server-slot.ts";
import { serverOf } from "../models/configured.ts";

const lookMs = 1000;

/** Counts the calls of books to a server, of all instances. What a dead process left open is taken up again, or of an ended job. */
async function countCalls(server: string): Promise<number> {
  const calls = await db().modelCall.findMany({
    where: {
      finishedAt: null,
      job: { status: { in: ["pending", "generating_outline", "writing_chapters", "finalizing"] } },
    },
    select: { model: true },
  });
  return calls.filter(({ model }) => serverOf(model) === server).length;
}

/**
 * Waits until the server of a model has a slot that no book needs now.
 * @returns the function that gives the slot back
 * @throws {AppError} conflict, when there is none in time
 */
export async function takeTrialSlot(id: string, signal: AbortSignal, maxWaitMs: number): Promise<() => void> {
  const waiting = AbortSignal.any([signal, AbortSignal.timeout(maxWaitMs)]);
  let taken: Awaited<ReturnType<typeof takeServerSlot>>;
  try {
    taken = await takeServerSlot(id, waiting);
    while (taken && (await countCalls(serverOf(id))) >= taken.slots) await sleep(lookMs, waiting);
    return () => taken?.release();
  } catch (error) {
    taken?.release();
    signal.throwIfAborted();
    if (!waiting.aborted) throw error;
    throw new AppError(
      "conflict",
      "Le serveur de ce modèle écrit un livre, et ne répond pas à plus de demandes à la fois\u202f: essayez de nouveau dans quelques minutes.",
    );
  }
}
