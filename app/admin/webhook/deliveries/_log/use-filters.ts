"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useNow } from "#app/_components/time/use-now.ts";
import { type Filters, filterParsers, noFilters, toQuery } from "./filters.ts";

const minuteMs = 60_000;

/** The filters and the page of the log, kept in the address. Another filter starts from the newest again. */
export function useFilters() {
  const [{ cursor, ...filters }, write] = useQueryStates({ ...filterParsers, cursor: parseAsString });
  const now = useNow();
  const needsClock = filters.period !== null;
  return {
    filters,
    cursor,
    /** `undefined` until the browser knows its clock, when the range needs it. */
    query: needsClock && !now ? undefined : toQuery(filters, Math.floor((now ?? 0) / minuteMs) * minuteMs),
    set: (change: Partial<{ [Name in keyof Filters]: Filters[Name] | null }>) => write({ ...change, cursor: null }),
    clear: () => write({ ...noFilters, cursor: null }),
    turnTo: (older: string | null) => write({ cursor: older }, { history: "push", scroll: true }),
  };
}
