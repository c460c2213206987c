import { createParser, type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs";
import type { DeliveryFilter } from "#lib/contract/delivery.ts";
import { deliveryStatuses, eventTypes, httpStatusPattern } from "#lib/contract/values.ts";
import { periodNames, periods } from "../../_filters/periods.ts";

const parseAsHttpStatus = createParser({
  parse: (text) => (httpStatusPattern.test(text) ? text : null),
  serialize: (text: string) => text,
});

const parseAsMoment = createParser({
  parse: (text) => (Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString()),
  serialize: (text: string) => text,
});

/** The log's filters as they are written in the page's address: the API's own names, and `period` for a moving range. */
export const filterParsers = {
  status: parseAsArrayOf(parseAsStringLiteral(deliveryStatuses)).withDefault([]),
  event_type: parseAsStringLiteral(eventTypes),
  endpoint_id: parseAsString,
  http_status: parseAsHttpStatus,
  period: parseAsStringLiteral(periodNames),
  since: parseAsMoment,
  until: parseAsMoment,
  job_id: parseAsString,
  book_id: parseAsString,
};
export type Filters = inferParserType<typeof filterParsers>;

/** Converts the filters to the API's query. @param now in whole minutes, so that the range does not move at every look */
export function toQuery({ status, period, ...rest }: Filters, now: number): Record<string, string> {
  const since = period ? new Date(now - periods[period]).toISOString() : rest.since;
  const query = { ...rest, status: status.join(","), since };
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

export const noFilters: { [Name in keyof Filters]: null } = {
  status: null,
  event_type: null,
  endpoint_id: null,
  http_status: null,
  period: null,
  since: null,
  until: null,
  job_id: null,
  book_id: null,
};

/** Converts the filter of a bulk resend to the log's filters. */
export function toFilters(filter: DeliveryFilter): Filters {
  const { status, event_type, endpoint_id, http_status, since, until, job_id } = filter;
  return {
    status: status ?? [],
    event_type: event_type ?? null,
    endpoint_id: endpoint_id ?? null,
    http_status: http_status ?? null,
    period: null,
    since: since ?? null,
    until: until ?? null,
    job_id: job_id ?? null,
    book_id: null,
  };
}
