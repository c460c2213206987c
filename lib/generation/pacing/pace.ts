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
  /** How many calls after a pause are still to go one by one, and the last that did: until when it holds back the next. */
  probes: z.number().default(0),
  probe: z.object({ leftAt: z.number(), until: z.number() }).default({ leftAt: 0, until: 0 }),
  /** Limits met in a row, with no call that passed between them. */
  trips: z.number().default(0),
  /** How many calls are thought to have passed before the last limit. */
  passed: z.number().default(0),
  /** The last departures since the last pause, the ones still to come included. */
  left: z.array(z.number()).default([]),
  /** Per book: when its last call left, when its next may at the latest, and whether it has met the limit. */
  books: z
    .record(z.string(), z.object({ leftAt: z.number().default(0), nextAt: z.number(), tripped: z.boolean() }))
    .default({}),
});
export type Pace = z.infer<typeof Pace>;

/** A wait up to this long is worth holding a worker for. */
export const holdMs = 3000;
/**
 * Between two calls of one book when others are written too, so that it is not one book that finds the limit twice: at
 * least, and at most when nothing is heard of the first.
 */
export const apartMs = 500;
const unheardMs = 2000;
/**
 * A book that has met the limit leaves it to the others to find out whether the new pace holds: for so long, and so many
 * calls. Afterwards it takes what they leave: a departure that was free for a whole interval.
 */
const [shelterMs, shelterCalls] = [5000, 3];
const windowMs = 60_000;
const remembered = 200;
const [margin, slower, slowestMs] = [0.9, 1.5, 120_000];
const [quietMs, fade, noIntervalMs] = [600_000, 0.85, 50];
const bookMs = 3_600_000;
const probes = 3;
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
  const { until, nextAt, intervalMs, books } = pace;
  const sheltered = books[book]?.tripped && others.some((other) => !books[other]?.tripped);
  if (!sheltered) return Math.max(at, until, nextAt);
  return Math.max(at, until + Math.max(shelterMs, shelterCalls * intervalMs), nextAt + intervalMs);
}

/** `leaveAt`: a departure is reserved. Else nothing is: `backAt` is not soon, `unheardUntil` comes sooner if `heard`. */
type Departure = { leaveAt: number } | { backAt: number } | { unheardUntil: number };

/** Reserves a departure for a call of a book, or tells when to ask again. */
export function depart(before: Pace, asking: Asking): { pace: Pace } & Departure {
  const pace = faded(before, asking.at);
  const { at, book, others } = asking;
  const slot = soonest(pace, asking);
  if (slot > at + holdMs) {
    const backAt = Math.max(slot, pace.backAt);
    return { pace: { ...pace, backAt: backAt + pace.intervalMs }, backAt };
  }
  const own = pace.books[book];
  const unheardUntil = Math.max(pace.probe.until, others.length > 0 && own ? own.nextAt : 0);
  if (unheardUntil > at) return { pace, unheardUntil };
  const recent = Object.entries(pace.books).filter(([, { nextAt }]) => nextAt > at - bookMs);
  const mine = { leftAt: slot, nextAt: slot + unheardMs, tripped: own?.tripped ?? false };
  const books = { ...Object.fromEntries(recent), [book]: mine };
  const left = [...pace.left, slot].filter((time) => time > at - windowMs).slice(-remembered);
  const probing = pace.probes > 0 && { probes: pace.probes - 1, probe: { leftAt: slot, until: slot + unheardMs } };
  return { pace: { ...pace, nextAt: slot + pace.intervalMs, left, books, ...probing }, leaveAt: slot };
}

/** The call of `book` that left at `leftAt` is being answered, or has failed for another reason: its next may leave. */
export function heard(pace: Pace, { book, leftAt, at }: { book: string; leftAt: number; at: number }): Pace {
  const own = pace.books[book];
  const nextAt = Math.max(at, leftAt + apartMs);
  const books =
    own?.leftAt === leftAt && own.nextAt > nextAt ? { ...pace.books, [book]: { ...own, nextAt } } : pace.books;
  const probed = pace.probe.leftAt === leftAt && pace.probe.until > at;
  if (!probed && books === pace.books) return pace;
  return { ...pace, books, ...(probed && { probe: { leftAt, until: at } }) };
}

/** The same limit, met by a call that was already on its way, and had been taken for one that passed. */
function metAlready(pace: Pace, until: number): Partial<Pace> {
  const passed = Math.max(pace.passed - 1, 1);
  const intervalMs = Math.min((pace.intervalMs * Math.max(pace.passed, 1)) / passed, slowestMs);
  return { until: Math.max(pace.until, until), passed, intervalMs };
}

/** The limit a call of `book` has met: everybody's pause, and the pace that what had passed before it allows. */
export function trip(before: Pace, limit: { book: string; at: number; retryAfterMs: number | undefined }): Pace {
  const { book, at, retryAfterMs } = limit;
  const pace = faded(before, at);
  const books = { ...pace.books, [book]: { leftAt: at, nextAt: at, tripped: true } };
  if (at < pace.until) return { ...pace, ...metAlready(pace, at + (retryAfterMs ?? 0)), books };
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
    ...{ passed, probes, probe: { leftAt: 0, until: 0 } },
    ...{ intervalMs: Math.min(Math.max(likely, noIntervalMs), slowestMs), setAt: at },
  };
}
