import { now } from "../../clock.ts";
import { db, transaction } from "../../database/client.ts";
import { AppError } from "../../errors.ts";
import { defaultEndpoint, lockEndpoint } from "./endpoint-rows.ts";

const batchSize = 1000;

/** Disables waiting deliveries. Those in flight or locked by a claim are left to it: it finds the endpoint deleted. */
async function disableWaiting(endpointId: string): Promise<void> {
  let changed: number;
  do {
    changed = await db().$executeRaw`
      UPDATE "Delivery" SET status = 'disabled', "nextAttemptAt" = NULL, "queueJobId" = NULL, postponed = false, "resentFrom" = NULL,
        "updatedAt" = ${now()}
      WHERE id IN (
        SELECT d.id FROM "Delivery" d
        WHERE d."endpointId" = ${endpointId} AND d.status = 'pending'
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."deliveryId" = d.id AND a.outcome = 'in_flight')
        ORDER BY d.id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`;
  } while (changed > 0);
}

/**
 * Deletes an endpoint with its secrets and custom headers. Its log stays; nothing more is sent to it.
 * @throws {AppError} not_found; conflict, for the default one
 */
export async function deleteEndpoint(id: string): Promise<void> {
  if (id === defaultEndpoint)
    throw new AppError("conflict", "La destination principale ne se supprime pas\u202f; elle peut être mise en pause.");
  await transaction(async (tx) => {
    await lockEndpoint(tx, id);
    const at = now();
    await tx.endpointKey.deleteMany({ where: { endpointId: id } });
    await tx.endpoint.update({ where: { id }, data: { deletedAt: at, updatedAt: at, headers: null } });
  });
  await disableWaiting(id);
}
