const hour = 3_600_000;
const patienceMs = 120 * hour;
/** What the last warning leaves to whoever reads it: the last tenth of the patience. */
const noticeMs = 12 * hour;
const warnings = [50, 70, 90] as const;
export const lastWarning = 90;

/** An endpoint that only fails; `pausesAt` is set by its last warning. */
type Failing = { failingSince: Date; pausesAt: Date | null };

/**
 * From when on a failure switches the endpoint off: five days after the first, but twelve hours after the last
 * warning, which only a failure gives. Never past: what is overdue happens with the next failure.
 */
export function pausesFrom({ failingSince, pausesAt }: Failing, at: Date): Date {
  const soonest = Math.max(failingSince.getTime() + patienceMs, at.getTime() + noticeMs);
  return new Date(Math.max(pausesAt?.getTime() ?? soonest, at.getTime()));
}

/** How much of the patience an endpoint that only fails has used, in whole percent; 100 when the next failure ends it. */
export function percentUsed(failing: Failing, at: Date): number {
  const left = pausesFrom(failing, at).getTime() - at.getTime();
  return Math.max(Math.floor((100 * (patienceMs - left)) / patienceMs), 0);
}

/** The warning to give now, in percent; undefined when it was given already. @param warned the last one given, 0 for none */
export const dueWarning = (percent: number, warned: number): number | undefined =>
  warnings.findLast((warning) => warning <= percent && warning > warned);

/** An endpoint's health once it is good again: what a success leaves, and a person who switches it on or gives it another address. */
export const healthy = {
  throttledUntil: null,
  throttles: 0,
  failingSince: null,
  failures: 0,
  warned: 0,
  pausesAt: null,
};
