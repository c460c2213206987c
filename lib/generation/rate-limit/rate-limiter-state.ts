import { z } from "zod";

/** Holds times in milliseconds since the epoch. `intervalMs` is 0 until the provider limits us. */
export const RateLimiterState = z.object({
  pausedUntil: z.number().default(0),
  intervalMs: z.number().default(0),
  intervalSetAt: z.number().default(0),
  /** `nextReturnAt` is the time when the next stage that went back to the queue returns. */
  nextSlotAt: z.number().default(0),
  nextReturnAt: z.number().default(0),
  /** Calls go one by one after a pause: each holds back the next until `probe.until`. */
  probesLeft: z.number().default(0),
  probe: z.object({ leftAt: z.number(), until: z.number() }).default({ leftAt: 0, until: 0 }),
  limitsInARow: z.number().default(0),
  /** Calls thought to have passed before the last limit. */
  passedCalls: z.number().default(0),
  /** The slots since the last pause, within the last minute, those to come included. */
  recentSlots: z.array(z.number()).default([]),
  /** Keyed by book; `nextAt` is the latest time at which its next call may leave. */
  books: z
    .record(z.string(), z.object({ leftAt: z.number().default(0), nextAt: z.number(), wasLimited: z.boolean() }))
    .default({}),
});
export type RateLimiterState = z.infer<typeof RateLimiterState>;

export const minIntervalMs = 50;
/** An interval shrinks by so much for each quiet period: limits are raised, and overloads end. */
const quietPeriodMs = 600_000;
const shrinkFactor = 0.85;

export function relaxInterval(state: RateLimiterState, at: number): RateLimiterState {
  const periods = Math.floor((at - state.intervalSetAt) / quietPeriodMs);
  if (state.intervalMs === 0 || periods < 1) return state;
  const intervalMs = state.intervalMs * shrinkFactor ** periods;
  return {
    ...state,
    intervalMs: intervalMs < minIntervalMs ? 0 : intervalMs,
    intervalSetAt: state.intervalSetAt + periods * quietPeriodMs,
  };
}
