"use client";

import useSWR from "swr";
import { jobs } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import { costBetween } from "#app/_components/text/usage.ts";
import type { Estimate } from "#lib/contract/estimate.ts";
import { blank, type Fields, toRequest } from "./fields.ts";

/** An order that takes the same effort, so that it is not asked for again with each letter of the subject. */
const toOrder = ({ language, chapters, words_per_chapter }: Fields) =>
  JSON.stringify(toRequest({ ...blank, topic: "Un sujet", goal: "Un but", language, chapters, words_per_chapter }));

const minutes = ({ minutes: { low, high } }: Estimate) =>
  low === high ? `environ ${low} min d’écriture` : `${low} à ${high} min d’écriture`;

/**
 * `3 à 12 min d’écriture · 0,12 $ à 0,34 $`; no text unless `wanted`, nor for an order that the server refuses. While
 * the answer for the order as it stands is on its way, the text is still that of the order before, and `stale`.
 */
export function useEffort(fields: Fields, wanted: boolean): { text?: string; stale: boolean } {
  const { data, error, isLoading } = useSWR<Estimate, RequestFailed>(
    wanted && [jobs.estimate, toOrder(fields)],
    ([url, request]: [string, string]) => post<Estimate>(url, JSON.parse(request)),
    { keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  return data && wanted && !error
    ? { text: `${minutes(data)} · ${costBetween(data)}`, stale: isLoading }
    : { stale: false };
}
