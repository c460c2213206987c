import { type RateLimiterState, relaxInterval } from "./rate-limiter-state.ts";

/** A stage goes back to the queue rather than hold a worker for longer. */
const maxHoldMs = 3000;
/** Bounds the time between two calls of one book beside others: at least, and at most while the first is unanswered. */
export const minApartMs = 500;
const maxUnansweredMs = 2000;
/** A book that has met the limit lets the others test the new interval: for so long, and so many calls. */
const minShelterMs = 5000;
const shelterCalls = 3;
const recentMs = 60_000;
const maxRecentSlots = 200;
const bookMemoryMs = 3_600_000;

type SlotRequest = { book: string; others: string[]; at: number };

function earliestSlot(state: RateLimiterState, { book, others, at }: SlotRequest): number {
  const { pausedUntil, nextSlotAt, intervalMs, books } = state;
  const isSheltered = books[book]?.wasLimited && others.some((other) => !books[other]?.wasLimited);
  if (!isSheltered) return Math.max(at, pausedUntil, nextSlotAt);
  const shelterMs = Math.max(minShelterMs, shelterCalls * intervalMs);
  return Math.max(at, pausedUntil + shelterMs, nextSlotAt + intervalMs);
}

/** `returnAt`: no slot comes soon. `unansweredUntil`: none yet, and `markAnswered` ends the wait. */
type Slot = { leaveAt: number } | { returnAt: number } | { unansweredUntil: number };

export function reserveSlot(before: RateLimiterState, request: SlotRequest): { state: RateLimiterState } & Slot {
  const { at, book, others } = request;
  const state = relaxInterval(before, at);
  const leaveAt = earliestSlot(state, request);
  if (leaveAt > at + maxHoldMs) {
    const returnAt = Math.max(leaveAt, state.nextReturnAt);
    return { state: { ...state, nextReturnAt: returnAt + state.intervalMs }, returnAt };
  }
  const own = state.books[book];
  const unansweredUntil = Math.max(state.probe.until, others.length > 0 && own ? own.nextAt : 0);
  if (unansweredUntil > at) return { state, unansweredUntil };
  const remembered = Object.entries(state.books).filter(([, { nextAt }]) => nextAt > at - bookMemoryMs);
  const mine = { leftAt: leaveAt, nextAt: leaveAt + maxUnansweredMs, wasLimited: own?.wasLimited ?? false };
  return {
    leaveAt,
    state: {
      ...state,
      nextSlotAt: leaveAt + state.intervalMs,
      recentSlots: [...state.recentSlots, leaveAt].filter((slot) => slot > at - recentMs).slice(-maxRecentSlots),
      books: { ...Object.fromEntries(remembered), [book]: mine },
      ...(state.probesLeft > 0 && {
        probesLeft: state.probesLeft - 1,
        probe: { leftAt: leaveAt, until: leaveAt + maxUnansweredMs },
      }),
    },
  };
}

/** A call that failed otherwise counts as answered. */
export function markAnswered(
  state: RateLimiterState,
  { book, leftAt, at }: { book: string; leftAt: number; at: number },
): RateLimiterState {
  const own = state.books[book];
  const nextAt = Math.max(at, leftAt + minApartMs);
  const isSooner = own?.leftAt === leftAt && own.nextAt > nextAt;
  const isProbe = state.probe.leftAt === leftAt && state.probe.until > at;
  if (!isProbe && !isSooner) return state;
  return {
    ...state,
    ...(isSooner && { books: { ...state.books, [book]: { ...own, nextAt } } }),
    ...(isProbe && { probe: { leftAt, until: at } }),
  };
}
