import type { ResendFilter } from "../../contract/bulk-resend.ts";
import { DeliveryStatus } from "../../contract/delivery.ts";
import { EventType } from "../../contract/wire.ts";
import { Prisma } from "../../database/generated/client.ts";

/** How far the time in an id may lie from its row's `createdAt`: a transaction that waited, a clock set back. */
const skewMs = 60_000;
const noAnswer = { low: 1000, high: 999, none: true };
const anyAnswer = { low: 0, high: 999, none: true };

/** The least id of a time, clamped to what Postgres and UUIDv7 can both say. */
const idAt = (ms: number) => {
  const time = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
};

/** The answers that are wanted, as a range of statuses, and whether no answer at all is one of them. */
function answers(filter: string | undefined) {
  if (filter === undefined) return anyAnswer;
  if (filter === "none") return noAnswer;
  const [low, high] = filter.endsWith("xx") ? [`${filter[0]}00`, `${filter[0]}99`] : [filter, filter];
  return { low: Number(low), high: Number(high), none: false };
}

/** Ids below `before`, created in the filter's time, or given up in it: the id narrows, the column decides. */
function inTime({ since, until, missed }: ResendFilter, before: string | undefined): Prisma.Sql {
  const [from, to] = [since, until].map((text) => (text === undefined ? undefined : Date.parse(text)));
  const at = missed ? Prisma.sql`d."missedAt"` : Prisma.sql`d."createdAt"`;
  const conditions = [
    before !== undefined && Prisma.sql`d.id < ${before}::uuid`,
    from !== undefined && !missed && Prisma.sql`d.id >= ${idAt(from - skewMs)}::uuid`,
    from !== undefined && Prisma.sql`${at} >= ${toTimestamp(from)}`,
    to !== undefined && Prisma.sql`d.id < ${idAt(to + skewMs)}::uuid AND ${at} < ${toTimestamp(to)}`,
  ];
  return Prisma.join([Prisma.sql`TRUE`, ...conditions.filter((one) => one !== false)], " AND ");
}

const toTimestamp = (ms: number) => Prisma.sql`to_timestamp(${Math.max(0, ms) / 1000}::float8)`;

/** A filter with nothing left open, as the parts of a query on `"Delivery" d`. */
export type Parts = ReturnType<typeof partsOf>;

/** @param before only ids below it */
export function partsOf(filter: ResendFilter, before?: string) {
  const statuses = filter.status?.length ? filter.status : DeliveryStatus.options;
  const types = filter.event_type ? [filter.event_type] : EventType.options;
  return {
    // As text: not every driver knows how to pass an array of an enum.
    statuses: Prisma.sql`string_to_array(${statuses.join()}, ',')::"DeliveryStatus"[]`,
    types: Prisma.sql`string_to_array(${types.join()}, ',')`,
    endpoint: filter.endpoint_id ?? null,
    http: answers(filter.http_status),
    time: inTime(filter, before),
  };
}

/** Everything but the job, as one condition on `"Delivery" d`. */
export const conditionOf = ({ statuses, types, endpoint, http, time }: Parts): Prisma.Sql => Prisma.sql`
  d.status = ANY(${statuses}) AND d."eventType" = ANY(${types})
  AND (${endpoint}::text IS NULL OR d."endpointId" = ${endpoint})
  AND (d."httpStatus" BETWEEN ${http.low} AND ${http.high} OR (d."httpStatus" IS NULL AND ${http.none})) AND ${time}`;
