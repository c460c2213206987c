import { minIntervalMs, type RateLimiterState, relaxInterval } from "./rate-limiter-state.ts";

/** The share of the measured rate that is used afterwards. */
const usedShare = 0.9;
const minSlowdown = 1.5;
const maxIntervalMs = 120_000;
const pausesMs = [2000, 10_000, 30_000, 60_000];
const probesAfterPause = 3;

/** A call that had been counted as passed met the same limit. */
function slowFurther(state: RateLimiterState, until: number): Partial<RateLimiterState> {
  const passedCalls = Math.max(state.passedCalls - 1, 1);
  const intervalMs = (state.intervalMs * Math.max(state.passedCalls, 1)) / passedCalls;
  return {
    passedCalls,
    intervalMs: Math.min(intervalMs, maxIntervalMs),
    pausedUntil: Math.max(state.pausedUntil, until),
  };
}

function pauseFor(retryAfterMs: number | undefined, limitsInARow: number): number {
  const ownMs = pausesMs[Math.min(limitsInARow, pausesMs.length) - 1] ?? 0;
  return Math.max(retryAfterMs ?? 0, retryAfterMs === undefined || limitsInARow > 1 ? ownMs : 0);
}

type MetLimit = { book: string; at: number; retryAfterMs: number | undefined };

export function recordRateLimited(before: RateLimiterState, { book, at, retryAfterMs }: MetLimit): RateLimiterState {
  const state = relaxInterval(before, at);
  const books = { ...state.books, [book]: { leftAt: at, nextAt: at, wasLimited: true } };
  if (at < state.pausedUntil) return { ...state, ...slowFurther(state, at + (retryAfterMs ?? 0)), books };
  const slots = state.recentSlots.filter((slot) => slot <= at);
  const passedCalls = slots.length - 1;
  const limitsInARow = passedCalls > 0 ? 1 : state.limitsInARow + 1;
  const pauseMs = pauseFor(retryAfterMs, limitsInARow);
  const measuredMs = passedCalls > 0 ? (at - (slots[0] ?? at) + pauseMs) / passedCalls / usedShare : undefined;
  // A few calls that meet a limit say little of what may pass; an interval that does not hold says enough.
  const intervalMs =
    state.intervalMs > 0
      ? Math.max(measuredMs ?? 0, state.intervalMs * minSlowdown)
      : Math.min(measuredMs ?? Number.POSITIVE_INFINITY, Math.max(pauseMs / 10, 1000));
  return {
    pausedUntil: at + pauseMs,
    intervalMs: Math.min(Math.max(intervalMs, minIntervalMs), maxIntervalMs),
    intervalSetAt: at,
    nextSlotAt: at + pauseMs,
    nextReturnAt: 0,
    probesLeft: probesAfterPause,
    probe: { leftAt: 0, until: 0 },
    limitsInARow,
    passedCalls,
    recentSlots: [],
    books,
  };
}
