import type { ResendFilter } from "../../contract/bulk-resend.ts";
import { DeliveryStatus } from "../../contract/delivery.ts";
import { EventType } from "../../contract/wire.ts";
import { Prisma } from "../../database/generated/client.ts";

/** Bounds how far the time in an id may be from its row’s `createdAt`: a transaction that waited, a clock set back. */
const maxSkewMs = 60_000;
const noAnswer = { low: 1000, high: 999, none: true };
const anyAnswer = { low: 0, high: 999, none: true };

const lowestIdAt = (ms: number) => {
  const time = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
};

function statusRange(filter: string | undefined) {
  if (filter === undefined) return anyAnswer;
  if (filter === "none") return noAnswer;
  const [low, high] = filter.endsWith("xx") ? [`${filter[0]}00`, `${filter[0]}99`] : [filter, filter];
  return { low: Number(low), high: Number(high), none: false };
}

function inTime({ since, until, missed }: ResendFilter, before: string | undefined): Prisma.Sql {
  const from = since === undefined ? undefined : Date.parse(since);
  const to = until === undefined ? undefined : Date.parse(until);
  const at = missed ? Prisma.sql`d."missedAt"` : Prisma.sql`d."createdAt"`;
  const conditions = [
    before !== undefined && Prisma.sql`d.id < ${before}::uuid`,
    from !== undefined && !missed && Prisma.sql`d.id >= ${lowestIdAt(from - maxSkewMs)}::uuid`,
    from !== undefined && Prisma.sql`${at} >= ${toTimestamp(from)}`,
    to !== undefined && Prisma.sql`d.id < ${lowestIdAt(to + maxSkewMs)}::uuid AND ${at} < ${toTimestamp(to)}`,
  ];
  return Prisma.join([Prisma.sql`TRUE`, ...conditions.filter((one) => one !== false)], " AND ");
}

const toTimestamp = (ms: number) => Prisma.sql`to_timestamp(${Math.max(0, ms) / 1000}::float8)`;

export type Parts = ReturnType<typeof partsOf>;

export function partsOf(filter: ResendFilter, before?: string) {
  const statuses = filter.status?.length ? filter.status : DeliveryStatus.options;
  const types = filter.event_type ? [filter.event_type] : EventType.options;
  return {
    // As text: not every driver knows how to pass an array of an enum.
    statuses: Prisma.sql`string_to_array(${statuses.join()}, ',')::"DeliveryStatus"[]`,
    types: Prisma.sql`string_to_array(${types.join()}, ',')`,
    endpoint: filter.endpoint_id ?? null,
    http: statusRange(filter.http_status),
    time: inTime(filter, before),
  };
}

export const conditionOf = ({ statuses, types, endpoint, http, time }: Parts): Prisma.Sql => Prisma.sql`
  d.status = ANY(${statuses}) AND d."eventType" = ANY(${types})
  AND (${endpoint}::text IS NULL OR d."endpointId" = ${endpoint})
  AND (d."httpStatus" BETWEEN ${http.low} AND ${http.high} OR (d."httpStatus" IS NULL AND ${http.none})) AND ${time}`;
