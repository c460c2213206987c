"use client";

import { useEffect } from "react";
import useSWR, { preload, useSWRConfig } from "swr";
import useSWRImmutable from "swr/immutable";
import type { BookCardList, BookVersionList } from "#lib/contract/book.ts";
import type { BookContents, ChapterText } from "#lib/contract/reading.ts";
import { books } from "./keys.ts";
import { usePolled } from "./polled.ts";
import { type RequestFailed, request } from "./request.ts";

export function useLatestBooks() {
  return useSWR<BookCardList, RequestFailed>(books.latest, { refreshInterval: 20_000 });
}

const untilFound = (list: BookCardList | undefined) => (list?.items.length ? 0 : 2000);

/** The book a job's webhook brought, once it has arrived. */
export function useBookOfJob(jobId: string, expected: boolean) {
  const { data } = usePolled<BookCardList>(expected ? books.ofJob(jobId) : null, untilFound);
  return data?.items[0];
}

/** A book in one of its versions, the latest one unless another is asked for. */
export function useBookContents(id: string, version: number | undefined) {
  const key = books.contents(id, version);
  const { data, error, mutate } = useSWRImmutable<BookContents, RequestFailed>(key);
  // The one that came with the page may be newer than what is kept from an earlier visit.
  const sent: BookContents | undefined = useSWRConfig().fallback[key];
  const isNewer = sent !== undefined && sent.version >= (data?.version ?? 0);
  return { data: isNewer ? sent : data, error, mutate };
}

export function useBookVersions(id: string) {
  return useSWR<BookVersionList, RequestFailed>(books.versions(id));
}

/** The text of one chapter; the next one is fetched meanwhile, so that the page turns at once. */
export function useBookChapter({ id, version, chapters: { length: last } }: BookContents, position: number) {
  const chapter = useSWRImmutable<ChapterText, RequestFailed>(books.chapter(id, position, version));
  const here = chapter.data !== undefined;
  useEffect(() => {
    if (here && position < last) void preload(books.chapter(id, position + 1, version), request);
  }, [here, id, version, position, last]);
  return chapter;
}
