const patienceMs = 120 * 3_600_000;
const warnings = [50, 70, 90] as const;

/** How much of the patience an endpoint that only fails has used, in whole percent; never past 100. */
export function percentUsed(failingSince: Date, at: Date): number {
  const share = (at.getTime() - failingSince.getTime()) / patienceMs;
  return Math.floor(100 * Math.min(Math.max(share, 0), 1));
}

/** When an endpoint that only fails is switched off: five days after its first failure. */
export const pausesAt = (failingSince: Date): Date => new Date(failingSince.getTime() + patienceMs);

/** The warning to give now, in percent; undefined when it was given already. @param warned the last one given, 0 for none */
export const dueWarning = (percent: number, warned: number): number | undefined =>
  warnings.findLast((warning) => warning <= percent && warning > warned);

/** An endpoint's health once it is good again: what a success leaves, and a person who switches it on or gives it another address. */
export const healthy = { throttledUntil: null, throttles: 0, failingSince: null, failures: 0, warned: 0 };
