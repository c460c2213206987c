import { createPruner, type Pruner } from "../retention.ts";

/** Counts a delivery that is locked, to be resent perhaps, as unfinished. */
const bodyPruner = createPruner({
  name: "event bodies",
  readPage: (tx, page) => tx.event.findMany({ ...page, select: { id: true, createdAt: true } }),
  dateOf: ({ createdAt }) => createdAt,
  prune: (tx, ids) => tx.$executeRaw`
    WITH free AS (
      SELECT id FROM "Delivery" WHERE "eventId" = ANY(${ids}) AND status <> 'pending' FOR UPDATE SKIP LOCKED
    )
    UPDATE "Event" e SET body = NULL
    WHERE e.id = ANY(${ids}) AND e.body IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Delivery" d WHERE d."eventId" = e.id AND d.id NOT IN (SELECT id FROM free))`,
});

const attemptPruner = createPruner({
  name: "attempts",
  readPage: (tx, page) => tx.attempt.findMany({ ...page, select: { id: true, startedAt: true } }),
  dateOf: ({ startedAt }) => startedAt,
  prune: (tx, ids) =>
    tx.attempt.deleteMany({
      where: { id: { in: ids }, outcome: { not: "in_flight" }, delivery: { status: { not: "pending" } } },
    }),
});

export const webhookPruners: Pruner[] = [bodyPruner, attemptPruner];
