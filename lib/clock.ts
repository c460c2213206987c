import type { Clock } from "pg-boss";
import { systemClock } from "pg-boss";
import { perProcess } from "./per-process.ts";

const current = perProcess<{ clock: Clock }>("clock", () => ({ clock: systemClock }));

/** The queue runs on the same clock. */
export const clock = (): Clock => current.get().clock;

export const now = (): Date => new Date(clock().now());

/** Waits on the clock. @throws the reason of an aborted signal */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const running = clock();
  return new Promise((resolve, reject) => {
    const abort = () => {
      running.clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = running.setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}

/** Call it before the queue starts. For tests that jump days. */
export function setClock(replacement: Clock) {
  current.get().clock = replacement;
}
