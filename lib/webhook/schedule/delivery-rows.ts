import type { Transaction } from "../../database/client.ts";
import type { DeliveryStatus } from "../../database/generated/client.ts";
import { queueDelivery } from "./delivery-queue.ts";

export type DeliveryRow = {
  id: string;
  queueJobId: string | null;
  status: DeliveryStatus;
  scheduled: number;
  nextAttemptAt: Date | null;
  waitsUntil: Date | null;
  postponed: boolean;
  resentFrom: DeliveryStatus | null;
  endpointId: string;
  eventId: string;
  type: string;
  jobId: string;
  attempts: number;
  interrupted: boolean;
};

export async function lockDeliveries(tx: Transaction, ids: string[]): Promise<Map<string, DeliveryRow>> {
  const rows = await tx.$queryRaw<DeliveryRow[]>`
    SELECT d.id, d."queueJobId", d.status::text, d.scheduled, d."nextAttemptAt", d."waitsUntil", d.postponed,
           d."resentFrom"::text, d."endpointId",
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

export async function readBodies(tx: Transaction, rows: DeliveryRow[]): Promise<Map<string, Buffer>> {
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map(({ eventId }) => eventId))];
  const events = await tx.$queryRaw<{ id: string; body: string }[]>`
    SELECT id, body FROM "Event" WHERE id = ANY(${ids}) AND body IS NOT NULL`;
  return new Map(events.map(({ id, body }) => [id, toBytes(body)]));
}

export async function markInterrupted(tx: Transaction, deliveryIds: string[], at: Date) {
  if (deliveryIds.length === 0) return;
  const message = "L’envoi a été interrompu par un arrêt de Sorami. Le même événement est renvoyé aussitôt.";
  await tx.attempt.updateMany({
    where: { deliveryId: { in: deliveryIds }, outcome: "in_flight" },
    data: { outcome: "interrupted", finishedAt: at, message },
  });
}

export async function disableDeleted(tx: Transaction, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return;
  await tx.delivery.updateMany({
    where: { id: { in: deliveryIds }, endpoint: { deletedAt: { not: null } } },
    data: { status: "disabled", nextAttemptAt: null, queueJobId: null, postponed: false },
  });
}

type Withdrawn = { id: string; endpointId: string; queueJobId: string | null; nextAttemptAt: Date | null };

/**
 * Withdraws deliveries from the bulk resend that they wait for: they are what they were before it, and one that waited for
 * its next attempt waits for it again. Their queue entries wake for nothing.
 * @param deliveryIds locked, without an attempt in flight; those that wait for no bulk resend stay as they are
 */
export async function withdrawFromResend(tx: Transaction, deliveryIds: string[], at: Date) {
  if (deliveryIds.length === 0) return;
  const withdrawn = await tx.$queryRaw<Withdrawn[]>`
    WITH taken AS (
      UPDATE "Delivery" d SET status = d."resentFrom", "resentFrom" = NULL, postponed = false, "bulkResendId" = NULL,
        "nextAttemptAt" = CASE WHEN d."resentFrom" = 'pending' THEN greatest(d."waitsUntil", ${at}::timestamptz) END,
        "queueJobId" = CASE WHEN d."resentFrom" = 'pending' THEN gen_random_uuid() END,
        "waitsUntil" = NULL, "updatedAt" = ${at}
      FROM (SELECT id, "bulkResendId" FROM "Delivery" WHERE id = ANY(${deliveryIds}::uuid[])) was
      WHERE d.id = was.id AND d."resentFrom" IS NOT NULL
      RETURNING d.id, d."endpointId", d."queueJobId", d."nextAttemptAt", was."bulkResendId"
    ), counted AS (
      UPDATE "BulkResend" b SET queued = b.queued - t.count
      FROM (SELECT "bulkResendId", count(*)::int AS count FROM taken GROUP BY 1) t WHERE b.id = t."bulkResendId"
    )
    SELECT id, "endpointId", "queueJobId", "nextAttemptAt" FROM taken`;
  for (const { id, endpointId, queueJobId, nextAttemptAt } of withdrawn) {
    if (!queueJobId || !nextAttemptAt) continue;
    const dueInMs = nextAttemptAt.getTime() - at.getTime();
    await queueDelivery(tx, { queueJobId, endpointId, data: { deliveryId: id }, dueInMs, at });
  }
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
