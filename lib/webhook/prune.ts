import type { Transaction } from "../database/client.ts";
import { firstUuid, type Page, type Pruner, pageSize } from "../retention.ts";

/**
 * Empties the bodies of old events all of whose deliveries are finished. A delivery that someone holds at this
 * moment, to send it again perhaps, counts as unfinished.
 */
async function pruneBodies(tx: Transaction, { before, cursor }: Page): Promise<string | null> {
  const where = { id: { gt: cursor } };
  const page = await tx.event.findMany({
    where,
    orderBy: { id: "asc" },
    take: pageSize,
    select: { id: true, createdAt: true },
  });
  const old = page.filter(({ createdAt }) => createdAt < before).map(({ id }) => id);
  if (old.length === 0) return null;
  await tx.$executeRaw`
    WITH free AS (
      SELECT id FROM "Delivery" WHERE "eventId" = ANY(${old}) AND status <> 'pending' FOR UPDATE SKIP LOCKED
    )
    UPDATE "Event" e SET body = NULL
    WHERE e.id = ANY(${old}) AND e.body IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Delivery" d WHERE d."eventId" = e.id AND d.id NOT IN (SELECT id FROM free))`;
  return old.at(-1) ?? null;
}

async function pruneAttempts(tx: Transaction, { before, cursor }: Page): Promise<string | null> {
  const page = await tx.attempt.findMany({
    where: { id: { gt: cursor || firstUuid } },
    orderBy: { id: "asc" },
    take: pageSize,
    select: { id: true, startedAt: true },
  });
  const old = page.filter(({ startedAt }) => startedAt < before).map(({ id }) => id);
  if (old.length === 0) return null;
  await tx.$executeRaw`
    DELETE FROM "Attempt" a USING "Delivery" d
    WHERE a.id = ANY(${old}::uuid[]) AND a.outcome <> 'in_flight' AND d.id = a."deliveryId" AND d.status <> 'pending'`;
  return old.at(-1) ?? null;
}

/** What lib/webhook lets go of with time: bodies and attempts. Events and deliveries stay. */
export const webhookPruners: Pruner[] = [
  { name: "event bodies", prunePage: pruneBodies },
  { name: "attempts", prunePage: pruneAttempts },
];
