import { fromPrisma, type PgBoss } from "pg-boss";
import type { Transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import { dataOf, queueEntry, wakeSenders } from "./delivery-queue.ts";
import type { DeliveryRow } from "./delivery-rows.ts";

type Change = { boss: PgBoss; at: Date };

/** A throttle that ends later was written by a clock that was wrong. */
const maxThrottleMs = 24 * 3_600_000;

/** The number of postponed deliveries that probe the endpoint when the throttle ends. */
const maxProbes = 10;
/** The others return one by one over this long, unless a success sends them all. */
const spreadMs = 10 * 60_000;

export const isThrottled = (until: Date | null, at: Date): until is Date =>
  until !== null && until > at && until.getTime() - at.getTime() <= maxThrottleMs;

/** Locks the endpoints, so that a success that lifts a throttle sees every delivery postponed before it. */
async function lockThrottles(tx: Transaction, endpointIds: string[], at: Date): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ id: string; throttledUntil: Date | null }[]>`
    SELECT id, "throttledUntil" FROM "Endpoint" WHERE id = ANY(${endpointIds}) ORDER BY id FOR SHARE`;
  return new Map(
    rows.flatMap(({ id, throttledUntil }) => (isThrottled(throttledUntil, at) ? [[id, throttledUntil] as const] : [])),
  );
}

const returnAfter = (until: Date, nth: number) =>
  nth < maxProbes ? until : new Date(until.getTime() + Math.round(Math.random() * spreadMs));

/** Postponed all alike, the whole backlog would come back at once. @returns the ids of the deliveries that wait now */
export async function postpone(tx: Transaction, rows: DeliveryRow[], { boss, at }: Change): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const throttles = await lockThrottles(tx, [...new Set(rows.map(({ endpointId }) => endpointId))], at);
  const waiting = [...Map.groupBy(rows, ({ endpointId }) => endpointId)].flatMap(([endpointId, own]) => {
    const end = throttles.get(endpointId);
    if (!end) return [];
    return own.map(({ id }, nth) => ({ id, endpointId, until: returnAfter(end, nth), queueJobId: newId() }));
  });
  if (waiting.length === 0) return new Set();
  await tx.$executeRaw`
    UPDATE "Delivery" d SET
      postponed = true, "nextAttemptAt" = x.until, "queueJobId" = x."queueJobId", "updatedAt" = ${at}
    FROM json_to_recordset(${JSON.stringify(waiting)}::json) AS x(id uuid, until timestamptz, "queueJobId" uuid)
    WHERE d.id = x.id`;
  const data = new Map(rows.map((row) => [row.id, dataOf(row)]));
  const entries = waiting.map(({ id, endpointId, until, queueJobId }) =>
    queueEntry({
      queueJobId,
      endpointId,
      data: data.get(id) ?? { deliveryId: id },
      dueInMs: until.getTime() - at.getTime(),
      at,
    }),
  );
  await boss.insert("delivery", entries, { db: fromPrisma(tx) });
  return new Set(waiting.map(({ id }) => id));
}

type Resumed = Pick<DeliveryRow, "id" | "endpointId" | "resentFrom"> & { queueJobId: string };

export async function sendPostponed(tx: Transaction, endpointIds: string[], { boss, at }: Change): Promise<void> {
  if (endpointIds.length === 0) return;
  const resumed = await tx.$queryRaw<Resumed[]>`
    UPDATE "Delivery" d SET
      postponed = false, "nextAttemptAt" = ${at}, "queueJobId" = gen_random_uuid(), "updatedAt" = ${at}
    FROM (
      SELECT id FROM "Delivery" WHERE "endpointId" = ANY(${endpointIds}) AND status = 'pending' AND postponed
      FOR UPDATE SKIP LOCKED
    ) waiting
    WHERE d.id = waiting.id RETURNING d.id, d."endpointId", d."queueJobId", d."resentFrom"::text`;
  if (resumed.length === 0) return;
  const entries = resumed.map(({ endpointId, queueJobId, ...row }) =>
    queueEntry({ queueJobId, endpointId, data: dataOf(row), dueInMs: 0, at }),
  );
  await boss.insert("delivery", entries, { db: fromPrisma(tx) });
  await wakeSenders(tx);
}
