"use client";

import useSWR from "swr";
import type { BookCardList, BookView } from "#lib/contract/book.ts";
import { books } from "./keys.ts";
import type { RequestFailed } from "./request.ts";

export function useLatestBooks() {
  return useSWR<BookCardList, RequestFailed>(books.latest, { refreshInterval: 20_000 });
}

/** Outside the component: a new function at every render would start SWR's wait anew. */
const untilFound = (list: BookCardList | undefined) => (list?.items.length ? 0 : 2000);

/** The book a job's webhook brought, once it has arrived. */
export function useBookOfJob(jobId: string, expected: boolean) {
  const { data } = useSWR<BookCardList, RequestFailed>(expected ? books.ofJob(jobId) : null, {
    refreshInterval: untilFound,
  });
  return data?.items[0];
}

export function useBook(id: string) {
  return useSWR<BookView, RequestFailed>(books.one(id), { revalidateOnFocus: false });
}
