import { fromPrisma, type PgBoss } from "pg-boss";
import type { Transaction } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import { dataOf, queueEntry, wakeSenders } from "./delivery-queue.ts";
import type { DeliveryRow } from "./delivery-rows.ts";

type Change = { boss: PgBoss; at: Date };

/** A throttle lasts a day at most: one further away was written by a clock that was wrong. */
const longestThrottleMs = 24 * 3_600_000;

/** So many of those that are put off together return when the throttle ends, and show how the endpoint is. */
const probes = 10;
/** The others return one by one over this long, whoever counts them: a success sends them all at once before. */
const spreadMs = 10 * 60_000;

/** Whether an endpoint is slowed down at this moment. */
export const isThrottled = (until: Date | null, at: Date): until is Date =>
  until !== null && until > at && until.getTime() - at.getTime() <= longestThrottleMs;

/**
 * Until when each endpoint's retries wait. The rows stay locked: a success that lifts a throttle then sees every
 * delivery postponed before it, and nothing is postponed after it.
 */
async function lockThrottles(tx: Transaction, endpointIds: string[], at: Date): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ id: string; throttledUntil: Date | null }[]>`
    SELECT id, "throttledUntil" FROM "Endpoint" WHERE id = ANY(${endpointIds}) ORDER BY id FOR SHARE`;
  return new Map(
    rows.flatMap(({ id, throttledUntil }) => (isThrottled(throttledUntil, at) ? [[id, throttledUntil] as const] : [])),
  );
}

/** When each of those that are put off together returns. */
const returnAfter = (until: Date, nth: number) =>
  nth < probes ? until : new Date(until.getTime() + Math.round(Math.random() * spreadMs));

/**
 * Makes retries wait for their endpoint, without using up their schedule: a few until it is no longer slowed down,
 * the others longer, or every backlog would come back at once, to be put off once more.
 * @returns the ids of the deliveries that wait now
 */
export async function postpone(tx: Transaction, rows: DeliveryRow[], { boss, at }: Change): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const throttles = await lockThrottles(tx, [...new Set(rows.map(({ endpointId }) => endpointId))], at);
  const waiting = [...Map.groupBy(rows, ({ endpointId }) => endpointId)].flatMap(([endpointId, alike]) => {
    const end = throttles.get(endpointId);
    if (!end) return [];
    return alike.map(({ id }, nth) => ({ id, endpointId, until: returnAfter(end, nth), queueJobId: newId() }));
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
      dueIn: until.getTime() - at.getTime(),
      at,
    }),
  );
  await boss.insert("delivery", entries, { db: fromPrisma(tx) });
  return new Set(waiting.map(({ id }) => id));
}

type Freed = Pick<DeliveryRow, "id" | "endpointId" | "resentFrom"> & { queueJobId: string };

/** Queues for now every delivery that waits for these endpoints, and wakes the senders when it commits. */
export async function sendPostponed(tx: Transaction, endpointIds: string[], { boss, at }: Change): Promise<void> {
  if (endpointIds.length === 0) return;
  const freed = await tx.$queryRaw<Freed[]>`
    UPDATE "Delivery" d SET
      postponed = false, "nextAttemptAt" = ${at}, "queueJobId" = gen_random_uuid(), "updatedAt" = ${at}
    FROM (
      SELECT id FROM "Delivery" WHERE "endpointId" = ANY(${endpointIds}) AND status = 'pending' AND postponed
      FOR UPDATE SKIP LOCKED
    ) waiting
    WHERE d.id = waiting.id RETURNING d.id, d."endpointId", d."queueJobId", d."resentFrom"::text`;
  if (freed.length === 0) return;
  const entries = freed.map(({ endpointId, queueJobId, ...row }) =>
    queueEntry({ queueJobId, endpointId, data: dataOf(row), dueIn: 0, at }),
  );
  await boss.insert("delivery", entries, { db: fromPrisma(tx) });
  await wakeSenders(tx);
}
