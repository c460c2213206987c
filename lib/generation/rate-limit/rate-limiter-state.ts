import { z } from "zod";

/**
 * The state by which calls to one model leave, for all instances together. Times are milliseconds since the epoch.
 * Calls leave freely until the provider limits us; from then on one leaves every `intervalMs`.
 */
export const RateLimiterState = z.object({
  /** The provider asked that nothing leaves before. */
  pausedUntil: z.number().default(0),
  intervalMs: z.number().default(0),
  intervalSetAt: z.number().default(0),
  /** The time when the next call may leave, and when the next of those sent back to the queue is to return. */
  nextSlotAt: z.number().default(0),
  nextReturnAt: z.number().default(0),
  /** Calls after a pause that still go one by one, and the last that did: it holds back the next until then. */
  probesLeft: z.number().default(0),
  probe: z.object({ leftAt: z.number(), until: z.number() }).default({ leftAt: 0, until: 0 }),
  /** Limits met in a row, with no call that passed between them. */
  limitsInARow: z.number().default(0),
  /** Calls thought to have passed before the last limit. */
  passedCalls: z.number().default(0),
  /** The slots reserved since the last pause, within the last minute, the ones still to come included. */
  recentSlots: z.array(z.number()).default([]),
  /** Per book: when its last call left, when its next may at the latest, and whether it has met the limit. */
  books: z
    .record(z.string(), z.object({ leftAt: z.number().default(0), nextAt: z.number(), wasLimited: z.boolean() }))
    .default({}),
});
export type RateLimiterState = z.infer<typeof RateLimiterState>;

export const minIntervalMs = 50;
/** An interval shrinks by so much for each quiet period: limits are raised, and overloads end. */
const quietPeriodMs = 600_000;
const shrinkFactor = 0.85;

/** The state once its interval has shrunk for the quiet periods until `at`. */
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
