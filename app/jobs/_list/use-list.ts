"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useJobPage } from "#app/_components/data/jobs.ts";
import { type State, stateNames, states } from "./states.ts";

const parsers = { etat: parseAsArrayOf(parseAsStringLiteral(stateNames)).withDefault([]), cursor: parseAsString };

function toQuery(chosen: State[], cursor: string | null): string {
  const query = new URLSearchParams();
  if (chosen.length > 0) query.set("status", chosen.flatMap((state) => states[state].statuses).join(","));
  if (cursor) query.set("cursor", cursor);
  return query.toString();
}

/** The list's filter and page, kept in the address, and what they show. Another filter starts from the newest again. */
export function useList() {
  const [{ etat: chosen, cursor }, write] = useQueryStates(parsers);
  const { data, error, mutate, isLoading } = useJobPage(toQuery(chosen, cursor));
  return {
    chosen,
    cursor,
    page: data,
    error,
    retry: () => mutate(),
    /** The answer is on its way, and the rows before it are still shown. */
    stale: isLoading,
    choose: (next: State[] | null) => write({ etat: next?.length ? next : null, cursor: null }),
    turnTo: (older: string | null) => write({ cursor: older }, { history: "push", scroll: true }),
  };
}
