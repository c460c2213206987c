import type { ResendFilter, ResendPreview } from "../../contract/bulk-resend.ts";
import { db } from "../../database/client.ts";
import { Prisma } from "../../database/generated/client.ts";
import { blockedReason, readConfigs } from "../endpoints/config.ts";
import { conditionOf, partsOf } from "../log/filter.ts";
import { isResendable } from "../schedule/resendable.ts";

const resendable = ["failed", "disabled", "delivered"] as const;
type Resendable = (typeof resendable)[number];

/**
 * Reads a filter as a bulk resend does: without a status it keeps the failed and the disabled, never the pending.
 * @returns undefined when no status is left
 */
export function resendFilter(filter: ResendFilter): (ResendFilter & { status: Resendable[] }) | undefined {
  const asked = filter.status?.length ? filter.status : ["failed", "disabled"];
  const status = resendable.filter((one) => asked.includes(one));
  return status.length > 0 ? { ...filter, status } : undefined;
}

/** Holds for a delivery `d` with its event `e` and its endpoint `p` that can be sent again. */
export const sendable = Prisma.sql`${isResendable} AND p."deletedAt" IS NULL`;

type Reason = "blocked" | "deleted" | "pruned" | "test";
type Count = {
  status: Resendable;
  /** Why these are left out; null for those to be sent. */
  reason: Reason | null;
  count: number;
  oldest: Date;
  newest: Date;
};

/** The endpoints that are off or cannot send. */
export const readBlockedEndpoints = async (): Promise<string[]> =>
  (await readConfigs()).filter((config) => blockedReason(config) !== null).map(({ endpointId }) => endpointId);

const reasonFor = (blocked: string[]) => Prisma.sql`
  CASE WHEN d."eventType" = 'webhook.test' THEN 'test' WHEN p."deletedAt" IS NOT NULL THEN 'deleted'
    WHEN d."endpointId" = ANY(${blocked}) THEN 'blocked' WHEN e.body IS NULL THEN 'pruned' END`;

/** Counts the deliveries of a bulk resend by status and reason. @param before counts only ids below it */
export async function countResend(asked: ResendFilter, blocked: string[], before?: string): Promise<Count[]> {
  const filter = resendFilter(asked);
  if (!filter) return [];
  const job = filter.job_id === undefined ? Prisma.empty : Prisma.sql`AND d."jobId" = ${filter.job_id}`;
  return db().$queryRaw<Count[]>`
    SELECT status::text, reason, count(*)::int AS count, min("createdAt") AS oldest, max("createdAt") AS newest FROM (
      SELECT d.status, d."createdAt", ${reasonFor(blocked)} AS reason
      FROM "Delivery" d JOIN "Event" e ON e.id = d."eventId" JOIN "Endpoint" p ON p.id = d."endpointId"
      WHERE ${conditionOf(partsOf(filter, before))} ${job}) AS met
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
    by_status: { failed: of("failed"), disabled: of("disabled"), delivered: of("delivered") },
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
