const spread = 0.2;
const longestRetryAfter = 24 * 3_600_000;

/** A delay in milliseconds, ±20 %, so that what failed together does not come back together. */
export const jitter = (delay: number) => Math.round(delay * (1 - spread + 2 * spread * Math.random()));

/**
 * What a `Retry-After` asks for: seconds or an HTTP date, at most 24 h.
 * @returns milliseconds from `at`, 0 when absent or unreadable
 */
export function retryAfter(header: string | undefined, at: Date): number {
  const text = header?.trim() ?? "";
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - at.getTime();
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), longestRetryAfter);
}
