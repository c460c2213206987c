import type { ResendFilter, ResendPreview } from "../../contract/bulk-resend.ts";
import { db } from "../../database/client.ts";
import { Prisma } from "../../database/generated/client.ts";
import { conditionOf, partsOf } from "../log/filter.ts";

const resendable = ["failed", "disabled", "delivered"] as const;
type Resendable = (typeof resendable)[number];

/**
 * A filter as a bulk resend reads it: without a status, what failed or was disabled; never what still waits.
 * @returns undefined when nothing is left of it
 */
export function resendFilter(filter: ResendFilter): (ResendFilter & { status: Resendable[] }) | undefined {
  const asked = filter.status?.length ? filter.status : ["failed", "disabled"];
  const status = resendable.filter((one) => asked.includes(one));
  return status.length > 0 ? { ...filter, status } : undefined;
}

/** What can be sent again as far as it depends on the delivery `d` and its event `e`: a test goes out once. */
export const hasBody = Prisma.sql`d."eventType" <> 'webhook.test' AND e.body IS NOT NULL`;

/** What of the log can be sent again, as a condition on the delivery `d`, its event `e` and its endpoint `p`. */
export const sendable = Prisma.sql`${hasBody} AND p."deletedAt" IS NULL`;

type Count = { status: Resendable; matched: number; total: number; oldest: Date | null; newest: Date | null };

/** Counts what a bulk resend would send now, and all it would come across. @param before only ids below it */
export async function countResend(asked: ResendFilter, before?: string) {
  const filter = resendFilter(asked);
  const job = filter?.job_id === undefined ? Prisma.empty : Prisma.sql`AND d."jobId" = ${filter.job_id}`;
  const counts = filter
    ? await db().$queryRaw<Count[]>`
        SELECT d.status::text AS status, count(*)::int AS matched, count(*) FILTER (WHERE ${sendable})::int AS total,
          min(d."createdAt") FILTER (WHERE ${sendable}) AS oldest, max(d."createdAt") FILTER (WHERE ${sendable}) AS newest
        FROM "Delivery" d JOIN "Event" e ON e.id = d."eventId" JOIN "Endpoint" p ON p.id = d."endpointId"
        WHERE ${conditionOf(partsOf(filter, before))} ${job} GROUP BY d.status`
    : [];
  return counts;
}

const iso = (times: (Date | null)[], pick: (...times: number[]) => number) => {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []));
  return known.length > 0 ? new Date(pick(...known)).toISOString() : null;
};

/** What a bulk resend by this filter would send again. */
export async function previewResend(filter: ResendFilter): Promise<ResendPreview> {
  const counts = await countResend(filter);
  const of = (status: Resendable) => counts.find((count) => count.status === status)?.total ?? 0;
  return {
    total: counts.reduce((sum, { total }) => sum + total, 0),
    by_status: { failed: of("failed"), disabled: of("disabled"), delivered: of("delivered") },
    oldest_at: iso(
      counts.map(({ oldest }) => oldest),
      Math.min,
    ),
    newest_at: iso(
      counts.map(({ newest }) => newest),
      Math.max,
    ),
  };
}
