import type { AttemptResult } from "./send.ts";

type Verdict = Pick<AttemptResult, "explanation" | "status">;

const slowingStatuses = new Set([429, 502, 503, 504]);
const absences = new Set<string>(["refused", "dns"]);

/** Whether an attempt asks to slow the whole endpoint down: `429`, `502`, `503`, `504`, or no answer in time. */
export const slows = ({ explanation, status }: Verdict): boolean =>
  explanation?.failure === "timeout" || (explanation !== null && slowingStatuses.has(status ?? 0));

/** Whether an endpoint should have fewer requests in flight: it slows down, or is not there at all. */
export const struggles = (result: Verdict): boolean => slows(result) || absences.has(result.explanation?.failure ?? "");
