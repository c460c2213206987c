export const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** @returns milliseconds (contract §4); undefined when malformed, past 50 attempts or past 30 days for one delay */
export function parseSchedule(text: string): number[] | undefined {
  const delays = text.split(",").map((part) => {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(part.trim());
    return match ? Number(match[1]) * unit[match[2] as keyof typeof unit] : Number.NaN;
  });
  return delays.length <= 50 && delays.every((delay) => delay <= 30 * unit.d) ? delays : undefined;
}
