import { db } from "../../database/client.ts";
import { hasBody } from "../schedule/resendable.ts";
import type { EndpointRow } from "./endpoint-rows.ts";

const most = 10_000;

/** When it was last off: what was given up from `missedSince` on, until it was on again. */
function periodOff({ id, missedSince: since, disabledAt, enabledAt }: EndpointRow) {
  if (!since || !disabledAt) return [];
  return [{ id, since, until: enabledAt && enabledAt >= disabledAt ? enabledAt : null }];
}

/**
 * By endpoint, how many deliveries it missed when it was last off can still be sent; counted up to 10 000. A bulk resend
 * with `missed` of the same period finds the same.
 */
export async function countMissed(rows: EndpointRow[]): Promise<Map<string, number>> {
  const periods = rows.flatMap(periodOff);
  if (periods.length === 0) return new Map();
  const counts = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT p.id, missed.count::int
    FROM json_to_recordset(${JSON.stringify(periods)}::json) AS p(id text, since timestamptz, until timestamptz),
      LATERAL (SELECT count(*) FROM (
        SELECT 1 FROM "Delivery" d JOIN "Event" e ON e.id = d."eventId"
        WHERE d."endpointId" = p.id AND d.status IN ('failed', 'disabled') AND d."missedAt" >= p.since
          AND (p.until IS NULL OR d."missedAt" < p.until) AND ${hasBody}
        LIMIT ${most}) AS one_each) AS missed`;
  return new Map(counts.map(({ id, count }) => [id, count]));
}
