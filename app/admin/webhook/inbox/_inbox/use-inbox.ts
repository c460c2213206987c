"use client";

import { parseAsString, useQueryStates } from "nuqs";
import useSWR from "swr";
import { inbox } from "#app/_components/data/keys.ts";
import type { RequestFailed } from "#app/_components/data/request.ts";
import { useNow } from "#app/_components/time/use-now.ts";
import type { InboxList } from "#lib/contract/inbox.ts";
import { type Filters, filterParsers, noFilters, toQuery } from "./filters.ts";

const minuteMs = 60_000;

/** Reads a page of the inbox; its filters and its cursor are kept in the address. */
export function useInbox() {
  const [{ cursor, ...filters }, write] = useQueryStates({ ...filterParsers, cursor: parseAsString });
  const now = useNow();
  const ready = filters.period === null || now;
  const query = toQuery(filters, Math.floor((now ?? 0) / minuteMs) * minuteMs);
  const search = new URLSearchParams({ ...query, ...(cursor && { cursor }) }).toString();
  const list = useSWR<InboxList, RequestFailed>(ready ? inbox.page(search) : null, {
    refreshInterval: 5000,
    keepPreviousData: true,
  });
  return {
    ...list,
    filters,
    cursor,
    set: (change: Partial<{ [Name in keyof Filters]: Filters[Name] | null }>) => write({ ...change, cursor: null }),
    clear: () => write({ ...noFilters, cursor: null }),
    turnTo: (older: string | null) => write({ cursor: older }, { history: "push", scroll: true }),
  };
}
