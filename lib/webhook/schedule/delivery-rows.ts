import type { Transaction } from "../../database/client.ts";
import type { DeliveryStatus } from "../../database/generated/client.ts";

/** A delivery with what sending it takes. */
export type DeliveryRow = {
  id: string;
  queueJobId: string | null;
  status: DeliveryStatus;
  scheduled: number;
  nextAttemptAt: Date | null;
  postponed: boolean;
  /** What it was before the bulk resend that it waits for. */
  resentFrom: DeliveryStatus | null;
  endpointId: string;
  eventId: string;
  type: string;
  jobId: string;
  /** The number of its last attempt. */
  attempts: number;
  /** An attempt of it was left in flight by a claim that died. */
  interrupted: boolean;
};

/** Reads and locks deliveries, by id. */
export async function lockDeliveries(tx: Transaction, ids: string[]): Promise<Map<string, DeliveryRow>> {
  const rows = await tx.$queryRaw<DeliveryRow[]>`
    SELECT d.id, d."queueJobId", d.status::text, d.scheduled, d."nextAttemptAt", d.postponed, d."resentFrom"::text,
           d."endpointId",
           d."eventId", d."eventType" AS type, d."jobId",
           (SELECT coalesce(max(a.number), 0) FROM "Attempt" a WHERE a."deliveryId" = d.id) AS attempts,
           EXISTS (SELECT 1 FROM "Attempt" a WHERE a."deliveryId" = d.id AND a.outcome = 'in_flight') AS interrupted
    FROM "Delivery" d
    WHERE d.id = ANY(${ids}::uuid[])
    FOR UPDATE`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** `Buffer.from` walks a long text twice, to measure it first. */
function toBytes(text: string): Buffer {
  const buffer = Buffer.allocUnsafe(3 * text.length);
  return buffer.subarray(0, buffer.write(text));
}

/** The bytes of events, read once however many endpoints want them. What retention has pruned is missing. */
export async function readBodies(tx: Transaction, rows: DeliveryRow[]): Promise<Map<string, Buffer>> {
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map(({ eventId }) => eventId))];
  const events = await tx.$queryRaw<{ id: string; body: string }[]>`
    SELECT id, body FROM "Event" WHERE id = ANY(${ids}) AND body IS NOT NULL`;
  return new Map(events.map(({ id, body }) => [id, toBytes(body)]));
}

/** What was in flight under a claim that died is known to nobody any more: perhaps it arrived, perhaps not. */
export async function markInterrupted(tx: Transaction, deliveryIds: string[], at: Date) {
  if (deliveryIds.length === 0) return;
  const message = "L’envoi a été interrompu par un arrêt de Sorami. Le même événement est renvoyé aussitôt.";
  await tx.attempt.updateMany({
    where: { deliveryId: { in: deliveryIds }, outcome: "in_flight" },
    data: { outcome: "interrupted", finishedAt: at, message },
  });
}

/** What an endpoint's deletion found in flight waits for nothing once its attempt has failed. */
export async function disableDeleted(tx: Transaction, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return;
  await tx.delivery.updateMany({
    where: { id: { in: deliveryIds }, endpoint: { deletedAt: { not: null } } },
    data: { status: "disabled", nextAttemptAt: null, queueJobId: null, postponed: false },
  });
}

/**
 * Makes deliveries that wait for a bulk resend what they were before it, and lets it count them no longer. Their queue
 * entries wake for nothing. @param deliveryIds locked, without an attempt in flight; others among them stay as they are
 */
export async function takeBack(tx: Transaction, deliveryIds: string[], at: Date) {
  if (deliveryIds.length === 0) return;
  await tx.$executeRaw`
    WITH taken AS (
      UPDATE "Delivery" d SET status = d."resentFrom", "resentFrom" = NULL, "nextAttemptAt" = NULL, "queueJobId" = NULL,
        postponed = false, "bulkResendId" = NULL, "updatedAt" = ${at}
      FROM (SELECT id, "bulkResendId" FROM "Delivery" WHERE id = ANY(${deliveryIds}::uuid[])) was
      WHERE d.id = was.id AND d."resentFrom" IS NOT NULL RETURNING was."bulkResendId"
    )
    UPDATE "BulkResend" b SET queued = b.queued - t.count
    FROM (SELECT "bulkResendId", count(*)::int AS count FROM taken GROUP BY 1) t WHERE b.id = t."bulkResendId"`;
}

/** What is due while sending is off gets no attempt; a person can send it later. What was sent in bulk is what it was. */
export async function markDisabled(tx: Transaction, deliveryIds: string[], at: Date) {
  if (deliveryIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Delivery" SET status = 'disabled', "nextAttemptAt" = NULL, "queueJobId" = NULL, postponed = false,
      "missedAt" = coalesce("missedAt", ${at}), "updatedAt" = ${at}
    WHERE id = ANY(${deliveryIds}::uuid[]) AND "resentFrom" IS NULL`;
  await takeBack(tx, deliveryIds, at);
}

/** What leaves no longer waits: a success of its endpoint must not queue it a second time. */
export async function unmarkPostponed(tx: Transaction, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return;
  await tx.delivery.updateMany({ where: { id: { in: deliveryIds } }, data: { postponed: false } });
}
