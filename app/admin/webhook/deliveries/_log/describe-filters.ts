import { eventWords, statusWords } from "#app/_components/status/describe-delivery.ts";
import { periodWords } from "../../_filters/periods.ts";
import type { Filters } from "./filters.ts";

export type Named = { id: string; name: string };
export type FilterChange = Partial<{ [Name in keyof Filters]: Filters[Name] | null }>;
export type SetFilters = (change: FilterChange) => void;

/** A filter that is set, in words, and the change that removes it. */
export type ActiveFilter = { words: string; without: FilterChange };

const moment = new Intl.DateTimeFormat("fr", { dateStyle: "medium", timeStyle: "short" });

/** Lists the filters that are set. */
export function describeFilters(filters: Filters, nameOf: (endpointId: string) => string = (id) => id): ActiveFilter[] {
  const { status, event_type, endpoint_id, http_status, period, since, until, job_id, book_id } = filters;
  const all: (ActiveFilter | false | null | "")[] = [
    status.length > 0 && {
      words: `état\u202f: ${status.map((one) => statusWords[one]).join(" ou ")}`,
      without: { status: null },
    },
    event_type && { words: `événement\u202f: ${eventWords[event_type]}`, without: { event_type: null } },
    endpoint_id && { words: `destination\u202f: ${nameOf(endpoint_id)}`, without: { endpoint_id: null } },
    http_status && {
      words: `réponse\u202f: ${http_status === "none" ? "aucune" : http_status}`,
      without: { http_status: null },
    },
    period && { words: `période\u202f: ${periodWords[period]}`, without: { period: null } },
    since && { words: `depuis le ${moment.format(new Date(since))}`, without: { since: null } },
    until && { words: `jusqu’au ${moment.format(new Date(until))}`, without: { until: null } },
    job_id && { words: `rédaction\u202f: ${job_id}`, without: { job_id: null } },
    book_id && { words: `livre\u202f: ${book_id}`, without: { book_id: null } },
  ];
  return all.filter((filter) => filter !== false && filter !== null && filter !== "");
}
