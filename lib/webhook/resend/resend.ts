import { now } from "../../clock.ts";
import type { DeliveryView } from "../../contract/delivery.ts";
import { transaction } from "../../database/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { newId, readId } from "../../ids.ts";
import { getDelivery } from "../log/deliveries.ts";
import { queueDelivery } from "../schedule/delivery-queue.ts";
import { lockDeliveries } from "../schedule/delivery-rows.ts";

const isTest = "Un envoi de test ne se renvoie pas\u202f: lancez un nouveau test de la destination.";
const pruned = "Le corps de cet événement n’est plus conservé (RETENTION_DAYS)\u202f: il ne peut plus être renvoyé.";

/**
 * Sends outside the schedule, even while sending is off. One that waits for its next attempt goes on waiting if this fails.
 * @throws {AppError} not_found; conflict for a test, one in flight or about to leave, a pruned one, a deleted endpoint
 */
export async function resend(deliveryId: string): Promise<DeliveryView> {
  const id = readId(deliveryId, "Livraison");
  await transaction(async (tx) => {
    const row = (await lockDeliveries(tx, [id])).get(id);
    if (!row) throw notFound("Livraison");
    if (row.type === "webhook.test") throw new AppError("conflict", isTest);
    const { deletedAt } = await tx.endpoint.findUniqueOrThrow({ where: { id: row.endpointId } });
    if (deletedAt) throw new AppError("conflict", "La destination de cette livraison a été supprimée.");
    const at = now();
    const isDue = row.status === "pending" && row.nextAttemptAt !== null && row.nextAttemptAt <= at;
    if (row.interrupted || isDue) throw new AppError("conflict", "Un envoi de cette livraison est déjà en cours.");
    // Read after the lock, which retention may have held.
    const { body } = await tx.event.findUniqueOrThrow({ where: { id: row.eventId }, select: { body: true } });
    if (body === null) throw new AppError("conflict", pruned);
    const { endpointId } = row;
    // If this fails, one that waits for a bulk resend is what it was before.
    const status = row.resentFrom ?? row.status;
    const waitsUntil = status === "pending" ? (row.waitsUntil ?? row.nextAttemptAt) : null;
    const queueJobId = newId();
    const waiting = { status: "pending", nextAttemptAt: at, waitsUntil, queueJobId, postponed: false } as const;
    await tx.delivery.update({ where: { id }, data: { ...waiting, resentFrom: null, updatedAt: at } });
    await queueDelivery(tx, { queueJobId, endpointId, data: { deliveryId: id, resend: status }, dueInMs: 0, at });
  });
  return getDelivery(id);
}
