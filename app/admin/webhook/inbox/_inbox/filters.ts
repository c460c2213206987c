import { type inferParserType, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs";
import { verifications } from "#lib/contract/values.ts";
import { periodNames, periods } from "../../_filters/periods.ts";

export const outcomes = ["processed", "error"] as const;

/** The inbox's filters as they are written in the page's address: the API's own names, and `period` for a moving range. */
export const filterParsers = {
  verification: parseAsStringLiteral(verifications),
  outcome: parseAsStringLiteral(outcomes),
  duplicates: parseAsBoolean,
  period: parseAsStringLiteral(periodNames),
  job_id: parseAsString,
};
export type Filters = inferParserType<typeof filterParsers>;

export const noFilters = { verification: null, outcome: null, duplicates: null, period: null, job_id: null } as const;

/** Converts the filters to the API's query. @param now in whole minutes, so that the range does not move at every look */
export function toQuery({ duplicates, period, ...rest }: Filters, now: number): Record<string, string> {
  const since = period && new Date(now - periods[period]).toISOString();
  const query = { ...rest, since, duplicates: duplicates && "true" };
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
