import { now } from "../../clock.ts";
import type { ResendFilter, ResendPreview } from "../../contract/bulk-resend.ts";
import { db } from "../../database/client.ts";
import { Prisma } from "../../database/generated/client.ts";
import { blockedReason, readConfigs } from "../endpoints/config.ts";
import { conditionOf, partsOf } from "../log/filter.ts";
import { isResendable } from "../schedule/resendable.ts";

const resendable = ["failed", "disabled", "delivered", "pending"] as const;
type Resendable = (typeof resendable)[number];

export function resendFilter(filter: ResendFilter): ResendFilter & { status: Resendable[] } {
  const status: Resendable[] = filter.status?.length ? filter.status : ["failed", "disabled"];
  return { ...filter, status };
}

export const sendable = Prisma.sql`${isResendable} AND p."deletedAt" IS NULL`;

/** Holds for a delivery `d` that does not leave by itself now: one that waits does so for a later attempt. */
export const isAtRest = (at: Date) => Prisma.sql`(
  d.status <> 'pending' OR d."resentFrom" IS NULL AND d."nextAttemptAt" > ${at}
    AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."deliveryId" = d.id AND a.outcome = 'in_flight'))`;

type Reason = "blocked" | "deleted" | "pruned" | "test";
type Count = {
  status: Resendable;
  /** The reason for leaving these out; null for those to be sent. */
  reason: Reason | null;
  count: number;
  oldest: Date;
  newest: Date;
};

export const readBlockedEndpoints = async (): Promise<string[]> =>
  (await readConfigs()).filter((config) => blockedReason(config) !== null).map(({ endpointId }) => endpointId);

const reasonFor = (blocked: string[]) => Prisma.sql`
  CASE WHEN d."eventType" = 'webhook.test' THEN 'test' WHEN p."deletedAt" IS NOT NULL THEN 'deleted'
    WHEN d."endpointId" = ANY(${blocked}) THEN 'blocked' WHEN e.body IS NULL THEN 'pruned' END`;

export function isKept(filter: ResendFilter, before?: string): Prisma.Sql {
  const job = filter.job_id === undefined ? Prisma.empty : Prisma.sql`AND d."jobId" = ${filter.job_id}`;
  return Prisma.sql`${conditionOf(partsOf(filter, before))} ${job} AND ${isAtRest(now())}`;
}

export async function countResend(asked: ResendFilter, blocked: string[], before?: string): Promise<Count[]> {
  return db().$queryRaw<Count[]>`
    SELECT status::text, reason, count(*)::int AS count, min("createdAt") AS oldest, max("createdAt") AS newest FROM (
      SELECT d.status, d."createdAt", ${reasonFor(blocked)} AS reason
      FROM "Delivery" d JOIN "Event" e ON e.id = d."eventId" JOIN "Endpoint" p ON p.id = d."endpointId"
      WHERE ${isKept(resendFilter(asked), before)}) AS met
    GROUP BY status, reason`;
}

export const sumOf = (counts: Count[], condition: (one: Count) => boolean) =>
  counts.filter(condition).reduce((sum, { count }) => sum + count, 0);

const iso = (times: Date[], pick: (...times: number[]) => number) =>
  times.length > 0 ? new Date(pick(...times.map(Number))).toISOString() : null;

export async function previewResend(filter: ResendFilter): Promise<ResendPreview> {
  const counts = await countResend(filter, await readBlockedEndpoints());
  const going = counts.filter(({ reason }) => reason === null);
  const of = (status: Resendable) => sumOf(going, (one) => one.status === status);
  const out = (reason: Reason) => sumOf(counts, (one) => one.reason === reason);
  return {
    total: sumOf(going, () => true),
    by_status: {
      failed: of("failed"),
      disabled: of("disabled"),
      delivered: of("delivered"),
      pending: of("pending"),
    },
    left_out: { blocked: out("blocked"), deleted: out("deleted"), pruned: out("pruned"), test: out("test") },
    oldest_at: iso(
      going.map(({ oldest }) => oldest),
      Math.min,
    ),
    newest_at: iso(
      going.map(({ newest }) => newest),
      Math.max,
    ),
  };
}
