import { setTimeout as sleep } from "node:timers/promises";
import { now } from "../../clock.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { withdrawFromResend } from "../schedule/delivery-rows.ts";

const batchSize = 1000;
const maxRounds = 50;
const pauseMs = 20;

/** @returns how many it withdrew, and how many are left because a claim holds them */
async function withdrawSome(tx: Transaction, bulkResendId: string): Promise<{ withdrawn: number; left: number }> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Delivery" WHERE "bulkResendId" = ${bulkResendId}::uuid AND status = 'pending'
      AND "resentFrom" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."deliveryId" = "Delivery".id AND a.outcome = 'in_flight')
    ORDER BY id DESC LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`;
  // Read again once they are locked: one may have left before.
  const waiting = { bulkResendId, status: "pending", attempts: { none: { outcome: "in_flight" } } } as const;
  const ids = locked.map(({ id }) => id);
  const free = await tx.delivery.findMany({ where: { ...waiting, id: { in: ids } }, select: { id: true } });
  const freeIds = free.map(({ id }) => id);
  await withdrawFromResend(tx, freeIds, now());
  return {
    withdrawn: free.length,
    left: await tx.delivery.count({ where: { ...waiting, resentFrom: { not: null } } }),
  };
}

/** Withdraws the deliveries that wait for a bulk resend without an attempt in flight. */
export async function withdrawAll(bulkResendId: string): Promise<void> {
  for (let round = 0; round < maxRounds; round++) {
    const { withdrawn, left } = await transaction((tx) => withdrawSome(tx, bulkResendId));
    if (left === 0) return;
    if (withdrawn === 0) await sleep(pauseMs);
  }
}
