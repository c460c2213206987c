import { db } from "../../database/client.ts";
import { firstIdAt } from "../../ids.ts";
import type { EndpointRow } from "./rows.ts";

const most = 10_000;

/** By endpoint, how many deliveries made while it was last off still failed or were not attempted; counted up to 10 000. */
export async function countMissed(rows: EndpointRow[]): Promise<Map<string, number>> {
  const periods = rows.flatMap(({ id, disabledAt, enabledAt }) => {
    if (!disabledAt) return [];
    const until = enabledAt && enabledAt >= disabledAt ? firstIdAt(enabledAt) : null;
    return [{ id, since: firstIdAt(disabledAt), until }];
  });
  if (periods.length === 0) return new Map();
  const counts = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT p.id, missed.count::int
    FROM json_to_recordset(${JSON.stringify(periods)}::json) AS p(id text, since uuid, until uuid),
      LATERAL (SELECT count(*) FROM (
        SELECT 1 FROM "Delivery" d
        WHERE d."endpointId" = p.id AND d.status IN ('failed', 'disabled')
          AND d.id >= p.since AND (p.until IS NULL OR d.id < p.until)
        LIMIT ${most}) AS one_each) AS missed`;
  return new Map(counts.map(({ id, count }) => [id, count]));
}
