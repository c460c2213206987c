import { setTimeout as sleep } from "node:timers/promises";
import { now } from "../../clock.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { takeBack } from "../schedule/delivery-rows.ts";

const batch = 1000;
const rounds = 50;
const betweenMs = 20;

/** @returns how many still wait that it could not have yet: they are being decided on at this moment */
async function takeSomeBack(tx: Transaction, bulkResendId: string): Promise<{ taken: number; left: number }> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Delivery" WHERE "bulkResendId" = ${bulkResendId}::uuid AND status = 'pending'
      AND "resentFrom" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."deliveryId" = "Delivery".id AND a.outcome = 'in_flight')
    ORDER BY id DESC LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  // Looked at again only now that they are locked: one may have left between the look and the lock.
  const waiting = { bulkResendId, status: "pending", attempts: { none: { outcome: "in_flight" } } } as const;
  const ids = locked.map(({ id }) => id);
  const free = await tx.delivery.findMany({ where: { ...waiting, id: { in: ids } }, select: { id: true } });
  await takeBack(
    tx,
    free.map(({ id }) => id),
    now(),
  );
  return { taken: free.length, left: await tx.delivery.count({ where: { ...waiting, resentFrom: { not: null } } }) };
}

/** Takes back everything that waits for a bulk resend without an attempt in flight. */
export async function takeAllBack(bulkResendId: string): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const { taken, left } = await transaction((tx) => takeSomeBack(tx, bulkResendId));
    if (left === 0) return;
    if (taken === 0) await sleep(betweenMs);
  }
}
