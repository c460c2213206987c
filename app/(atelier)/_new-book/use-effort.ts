"use client";

import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import { costBetween } from "#app/_components/text/usage.ts";
import { BookRequest } from "#lib/contract/book.ts";
import type { Estimate } from "#lib/contract/estimate.ts";
import { blank, type Fields, toRequest } from "./fields.ts";

/** What decides on the effort: it is asked for again when one of these changes, not with each letter of the subject. */
function decisive({ language, chapters, words_per_chapter }: Fields): string | undefined {
  const order = { ...blank, topic: "Un sujet", goal: "Un but", language, chapters, words_per_chapter };
  const parsed = BookRequest.safeParse(toRequest(order));
  return parsed.success ? JSON.stringify(parsed.data) : undefined;
}

const minutes = ({ minutes: { low, high } }: Estimate) =>
  low === high ? `environ ${low} min d’écriture` : `${low} à ${high} min d’écriture`;

/**
 * `3 à 12 min d’écriture · 0,12 $ à 0,34 $`; no text for the demonstration, which takes neither. While the answer for
 * the order as it stands is on its way, the text is still that of the order before, and `stale`.
 */
export function useEffort(fields: Fields, demo: boolean): { text?: string; stale: boolean } {
  const body = demo ? undefined : decisive(fields);
  const { data, isLoading } = useSWR<Estimate, RequestFailed>(
    body && [jobs.estimate, body],
    ([url, request]: [string, string]) => post<Estimate>(url, JSON.parse(request)),
    { keepPreviousData: true, revalidateOnFocus: false },
  );
  return data && body ? { text: `${minutes(data)} · ${costBetween(data)}`, stale: isLoading } : { stale: false };
}
