import { db } from "../../database/client.ts";
import { isResendable } from "../schedule/resendable.ts";
import type { EndpointRow } from "./endpoint-rows.ts";

const maxCount = 10_000;

/** The last time it was off, if it ever was: from `missedSince` until it was on again. */
function lastPeriodOff({ id, missedSince: since, disabledAt, enabledAt }: EndpointRow) {
  if (!since || !disabledAt) return [];
  return [{ id, since, until: enabledAt && enabledAt >= disabledAt ? enabledAt : null }];
}

/**
 * Counts, by endpoint and up to 10 000, the deliveries missed when it was last off that can still be sent. A bulk resend
 * with `missed` finds the same ones.
 */
export async function countMissed(rows: EndpointRow[]): Promise<Map<string, number>> {
  const periods = rows.flatMap(lastPeriodOff);
  if (periods.length === 0) return new Map();
  const counts = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT p.id, missed.count::int
    FROM json_to_recordset(${JSON.stringify(periods)}::json) AS p(id text, since timestamptz, until timestamptz),
      LATERAL (SELECT count(*) FROM (
        SELECT 1 FROM "Delivery" d JOIN "Event" e ON e.id = d."eventId"
        WHERE d."endpointId" = p.id AND d.status IN ('failed', 'disabled') AND d."missedAt" >= p.since
          AND (p.until IS NULL OR d."missedAt" < p.until) AND ${isResendable}
        LIMIT ${maxCount}) AS one_each) AS missed`;
  return new Map(counts.map(({ id, count }) => [id, count]));
}
