import type { Transaction } from "../../database/client.ts";
import type { DeliveryStatus } from "../../database/generated/client.ts";

/** The columns of a delivery that sending needs. */
export type DeliveryRow = {
  id: string;
  queueJobId: string | null;
  status: DeliveryStatus;
  scheduled: number;
  nextAttemptAt: Date | null;
  postponed: boolean;
  /** Its status before the bulk resend that it waits for. */
  resentFrom: DeliveryStatus | null;
  endpointId: string;
  eventId: string;
  type: string;
  jobId: string;
  /** The number of its last attempt. */
  attempts: number;
  /** A claim that died has left an attempt of it in flight. */
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

/** Reads a long text once, where `Buffer.from` measures it first. */
function toBytes(text: string): Buffer {
  const buffer = Buffer.allocUnsafe(3 * text.length);
  return buffer.subarray(0, buffer.write(text));
}

/** Reads the bodies of events by id, without those that retention has pruned. */
export async function readBodies(tx: Transaction, rows: DeliveryRow[]): Promise<Map<string, Buffer>> {
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map(({ eventId }) => eventId))];
  const events = await tx.$queryRaw<{ id: string; body: string }[]>`
    SELECT id, body FROM "Event" WHERE id = ANY(${ids}) AND body IS NOT NULL`;
  return new Map(events.map(({ id, body }) => [id, toBytes(body)]));
}

/** Closes the attempts of claims that died: nobody knows whether they arrived. */
export async function markInterrupted(tx: Transaction, deliveryIds: string[], at: Date) {
  if (deliveryIds.length === 0) return;
  const message = "L’envoi a été interrompu par un arrêt de Sorami. Le même événement est renvoyé aussitôt.";
  await tx.attempt.updateMany({
    where: { deliveryId: { in: deliveryIds }, outcome: "in_flight" },
    data: { outcome: "interrupted", finishedAt: at, message },
  });
}

/** Disables failed deliveries whose endpoint was deleted while they were in flight. */
export async function disableDeleted(tx: Transaction, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return;
  await tx.delivery.updateMany({
    where: { id: { in: deliveryIds }, endpoint: { deletedAt: { not: null } } },
    data: { status: "disabled", nextAttemptAt: null, queueJobId: null, postponed: false },
  });
}

/**
 * Withdraws deliveries from the bulk resend that they wait for: they are what they were before it. Their queue entries
 * wake for nothing. @param deliveryIds locked, without an attempt in flight; those that wait for none stay as they are
 */
export async function withdrawFromResend(tx: Transaction, deliveryIds: string[], at: Date) {
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

/** Disables due deliveries that cannot be sent, for a person to send later; those of a bulk resend are withdrawn. */
export async function markDisabled(tx: Transaction, deliveryIds: string[], at: Date) {
  if (deliveryIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Delivery" SET status = 'disabled', "nextAttemptAt" = NULL, "queueJobId" = NULL, postponed = false,
      "missedAt" = coalesce("missedAt", ${at}), "updatedAt" = ${at}
    WHERE id = ANY(${deliveryIds}::uuid[]) AND "resentFrom" IS NULL`;
  await withdrawFromResend(tx, deliveryIds, at);
}

/** A delivery that leaves no longer waits: a success of its endpoint must not queue it a second time. */
export async function unmarkPostponed(tx: Transaction, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return;
  await tx.delivery.updateMany({ where: { id: { in: deliveryIds } }, data: { postponed: false } });
}
