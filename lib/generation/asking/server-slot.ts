import pLimit, { type LimitFunction } from "p-limit";
import { perProcess } from "../../per-process.ts";
import { serverOf } from "../models/configured.ts";
import { isOwnServer } from "../models/local/own-server.ts";
import { factsOf } from "../models/local/server-facts.ts";
import { observedSlots } from "../models/local/traffic.ts";

const limits = perProcess("generation.server-slots", () => new Map<string, LimitFunction>());

async function limitOf(id: string): Promise<LimitFunction | undefined> {
  if (!isOwnServer(id)) return undefined;
  const server = serverOf(id);
  const slots = (await factsOf(id)).slots ?? observedSlots(server);
  if (slots === undefined) return undefined;
  const limit = limits.get().get(server) ?? pLimit(slots);
  limit.concurrency = slots;
  limits.get().set(server, limit);
  return limit;
}

const takeFrom = (limit: LimitFunction, signal: AbortSignal) =>
  new Promise<() => void>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    void limit(
      () =>
        new Promise<void>((release) => {
          signal.removeEventListener("abort", abort);
          if (signal.aborted) release();
          else resolve(release);
        }),
    );
  });

/**
 * Waits for a slot of a server of one's own, behind the calls of this process.
 * @returns how many it has, and the function that gives the slot back; undefined where that is not known
 * @throws the reason of an aborted signal
 */
export async function takeServerSlot(
  id: string,
  signal: AbortSignal,
): Promise<{ slots: number; release: () => void } | undefined> {
  const limit = await limitOf(id);
  signal.throwIfAborted();
  return limit && { slots: limit.concurrency, release: await takeFrom(limit, signal) };
}

/** Sends a server of one's own no more requests at a time than it answers, whichever books and models they are for. */
export async function inServerSlot<Result>(
  id: string,
  signal: AbortSignal,
  call: () => Promise<Result>,
): Promise<Result> {
  const taken = await takeServerSlot(id, signal);
  try {
    return await call();
  } finally {
    taken?.release();
  }
}
