import { now } from "../clock.ts";
import { parseSecrets, type Secret } from "../contract/secret.ts";
import { db, type Transaction } from "../database/client.ts";
import { env } from "../env.ts";
import { newId } from "../ids.ts";
import { seal, unseal } from "../sealed.ts";

/** A secret setting that `parseSecrets` reads, and until when it proves anything; null for ever. */
export type AcceptedSecret = { setting: string; expiresAt: Date | null };

const lock = 0x50a3;

/**
 * Makes the receiver accept these secrets besides WEBHOOK_SECRET, in place of those stored before: a deployment
 * that sends to itself changes both ends with one action. They are encrypted in the database (contract §3).
 * @param tx the transaction that changes what it sends with: a kill between the two would lock it out of itself
 * @param current reads them in it, one caller at a time: whoever comes last has read the newest
 */
export async function replaceReceiverSecrets(
  tx: Transaction,
  current: (tx: Transaction) => Promise<AcceptedSecret[]>,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${lock}::int)`;
  const accepted = await current(tx);
  const updatedAt = now();
  await tx.receiverSecret.deleteMany();
  await tx.receiverSecret.createMany({
    data: accepted.map(({ setting, expiresAt }) => ({ id: newId(), secret: seal(setting), expiresAt, updatedAt })),
  });
}

/** Every key the receiver verifies with: those of WEBHOOK_SECRET and the stored ones. Empty when none is set. */
export async function receiverSecrets(): Promise<Secret[]> {
  const rows = await db().receiverSecret.findMany({
    where: { OR: [{ expiresAt: null }, { expiresAt: { gt: now() } }] },
  });
  const settings = [env().WEBHOOK_SECRET, ...rows.map(({ secret }) => unseal(secret))];
  return settings.flatMap((setting) => (setting && parseSecrets(setting)) || []);
}
