const hourMs = 3_600_000;
const windowMs = 120 * hourMs;
const noticeMs = 12 * hourMs;
const warnings = [50, 70, 90] as const;
export const lastWarning = 90;

type Failing = { failingSince: Date; pausesAt: Date | null };

/**
 * The time from which a failure switches the endpoint off: five days after the first, and at least twelve hours after
 * the last warning, which only a failure gives. Never in the past: what is overdue happens with the next failure.
 */
export function pausesFrom({ failingSince, pausesAt }: Failing, at: Date): Date {
  const soonest = Math.max(failingSince.getTime() + windowMs, at.getTime() + noticeMs);
  return new Date(Math.max(pausesAt?.getTime() ?? soonest, at.getTime()));
}

export function percentUsed(failing: Failing, at: Date): number {
  const left = pausesFrom(failing, at).getTime() - at.getTime();
  return Math.max(Math.floor((100 * (windowMs - left)) / windowMs), 0);
}

/** The warning to give now, in percent. @param warned the last one given, 0 for none */
export const dueWarning = (percent: number, warned: number): number | undefined =>
  warnings.findLast((warning) => warning <= percent && warning > warned);

export const healthy = {
  throttledUntil: null,
  throttles: 0,
  failingSince: null,
  failures: 0,
  warned: 0,
  pausesAt: null,
};
