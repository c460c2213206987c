import type { Clock } from "pg-boss";
import { systemClock } from "pg-boss";
import { perProcess } from "./per-process.ts";

const current = perProcess<{ clock: Clock }>("clock", () => ({ clock: systemClock }));

/** The queue runs on the same clock. */
export const clock = (): Clock => current.get().clock;

export const now = (): Date => new Date(clock().now());

/** Call it before the queue starts. For tests that jump days. */
export function setClock(replacement: Clock) {
  current.get().clock = replacement;
}
