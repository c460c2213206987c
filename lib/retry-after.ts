import { parseHttpDate } from "./http-date.ts";

const maxWaitMs = 24 * 3_600_000;
const maxLength = 200;

/** A field that came twice with one value is joined by a comma, which a date holds as well. */
const withoutRepeats = (text: string) => text.replace(/^(.+?)(?:\s*,\s*\1)+$/, "$1");

/**
 * Reads a `Retry-After`: whole seconds or an HTTP date, the same value twice counting once (contract §4).
 * @returns milliseconds from `at`, 24 h at most and 0 for a past date; undefined when absent or anything else
 */
export function parseRetryAfter(header: string | null | undefined, at: Date): number | undefined {
  if (!header || header.length > maxLength) return undefined;
  const value = withoutRepeats(header.trim());
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : parseHttpDate(value) - at.getTime();
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), maxWaitMs);
}
