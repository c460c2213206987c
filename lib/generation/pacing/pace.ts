import { z } from "zod";

/**
 * How calls to one model leave, for all instances together. Times are milliseconds since the epoch.
 * Nothing is held back until the provider limits us; from then on calls leave one every `intervalMs`.
 */
export const Pace = z.object({
  /** The provider asked that nothing leaves before. */
  until: z.number().default(0),
  intervalMs: z.number().default(0),
  /** When the interval was last set. */
  setAt: z.number().default(0),
  /** When the next call may leave, and when the next of those who went away is to come back. */
  nextAt: z.number().default(0),
  backAt: z.number().default(0),
  /** Limits met in a row, with no call that passed between them. */
  trips: z.number().default(0),
  /** The last departures since the last pause, the ones still to come included. */
  left: z.array(z.number()).default([]),
  /** Per book: when its next call may leave, and whether it has met the limit. */
  books: z.record(z.string(), z.object({ nextAt: z.number(), tripped: z.boolean() })).default({}),
});
export type Pace = z.infer<typeof Pace>;

/** A wait up to this long is worth holding a worker for. */
export const holdMs = 3000;
/** Between two calls of one book when others are written too: so that it is not one book that finds the limit twice. */
const apartMs = 500;
/** A book that has met the limit leaves it to the others to find out whether the new pace holds. */
const shelterMs = 5000;
const windowMs = 60_000;
const remembered = 200;
const [margin, slower, slowestMs] = [0.9, 1.5, 120_000];
const [quietMs, fade, noIntervalMs] = [600_000, 0.85, 50];
const bookMs = 3_600_000;
const patiences = [2000, 10_000, 30_000, 60_000];

/** A pace found long ago is tried a little faster: limits are raised, and overloads end. */
function faded(pace: Pace, at: number): Pace {
  const steps = Math.floor((at - pace.setAt) / quietMs);
  if (pace.intervalMs === 0 || steps < 1) return pace;
  const intervalMs = pace.intervalMs * fade ** steps;
  return { ...pace, intervalMs: intervalMs < noIntervalMs ? 0 : intervalMs, setAt: pace.setAt + steps * quietMs };
}

/** `others`: the other books being written. */
type Asking = { book: string; others: string[]; at: number };

function soonest(pace: Pace, { book, others, at }: Asking): number {
  const own = pace.books[book];
  const sheltered = own?.tripped && others.some((other) => !pace.books[other]?.tripped);
  return Math.max(at, pace.until + (sheltered ? shelterMs : 0), pace.nextAt, others.length > 0 && own ? own.nextAt : 0);
}

/**
 * Reserves a departure for a call of a book.
 * @returns when it may leave; or, when that is not soon, when to come back and ask again: with nothing reserved
 */
export function depart(before: Pace, asking: Asking): { pace: Pace } & ({ leaveAt: number } | { backAt: number }) {
  const pace = faded(before, asking.at);
  const { at, book } = asking;
  const slot = soonest(pace, asking);
  if (slot > at + holdMs) {
    const backAt = Math.max(slot, pace.backAt);
    return { pace: { ...pace, backAt: backAt + pace.intervalMs }, backAt };
  }
  const recent = Object.entries(pace.books).filter(([, { nextAt }]) => nextAt > at - bookMs);
  const tripped = pace.books[book]?.tripped ?? false;
  const books = { ...Object.fromEntries(recent), [book]: { nextAt: slot + apartMs, tripped } };
  const left = [...pace.left, slot].filter((time) => time > at - windowMs).slice(-remembered);
  return { pace: { ...pace, nextAt: slot + pace.intervalMs, left, books }, leaveAt: slot };
}

/** The limit a call of `book` has met: everybody's pause, and the pace that what had passed before it allows. */
export function trip(before: Pace, limit: { book: string; at: number; retryAfterMs: number | undefined }): Pace {
  const { book, at, retryAfterMs } = limit;
  const pace = faded(before, at);
  const books = { ...pace.books, [book]: { nextAt: at, tripped: true } };
  // The same limit, met by a call that was already on its way.
  if (at < pace.until) return { ...pace, until: Math.max(pace.until, at + (retryAfterMs ?? 0)), books };
  const departed = pace.left.filter((time) => time <= at);
  const passed = departed.length - 1;
  const trips = passed > 0 ? 1 : pace.trips + 1;
  const patience = patiences[Math.min(trips, patiences.length) - 1] ?? 0;
  const pauseMs = Math.max(retryAfterMs ?? 0, retryAfterMs === undefined || trips > 1 ? patience : 0);
  const found = passed > 0 ? (at - (departed[0] ?? at) + pauseMs) / passed / margin : undefined;
  // A few calls that meet a limit say little of what may pass, and one alone nothing; a pace that does not hold says enough.
  const likely =
    pace.intervalMs > 0
      ? Math.max(found ?? 0, pace.intervalMs * slower)
      : Math.min(found ?? Number.POSITIVE_INFINITY, Math.max(pauseMs / 10, 1000));
  const until = at + pauseMs;
  return {
    ...{ until, nextAt: until, backAt: 0, trips, left: [], books },
    ...{ intervalMs: Math.min(Math.max(likely, noIntervalMs), slowestMs), setAt: at },
  };
}
