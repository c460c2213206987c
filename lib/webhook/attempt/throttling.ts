import type { AttemptResult } from "./result.ts";

type Outcome = Pick<AttemptResult, "explanation" | "status">;

const throttlingStatuses = new Set([429, 502, 503, 504]);
const absences = new Set<string>(["refused", "dns"]);

export const shouldThrottle = ({ explanation, status }: Outcome): boolean =>
  explanation?.failure === "timeout" || (explanation !== null && throttlingStatuses.has(status ?? 0));

export const shouldReduceConcurrency = (outcome: Outcome): boolean =>
  shouldThrottle(outcome) || absences.has(outcome.explanation?.failure ?? "");
