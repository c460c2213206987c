import { now } from "../clock.ts";
import { parseSecrets, type Secret } from "../contract/secret.ts";
import { db, type Transaction } from "../database/client.ts";
import { env } from "../env.ts";
import { newId } from "../ids.ts";
import { seal, unseal } from "../sealed.ts";

export type AcceptedSecret = { setting: string; expiresAt: Date | null };

const lockId = 0x50a3;

/**
 * @param tx the transaction that changes the sender’s secrets: a crash between the two would lock it out of itself
 * @param readCurrent reads them in that transaction, under a lock, so that the last caller has read the newest
 */
export async function replaceReceiverSecrets(
  tx: Transaction,
  readCurrent: (tx: Transaction) => Promise<AcceptedSecret[]>,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${lockId}::int)`;
  const accepted = await readCurrent(tx);
  const updatedAt = now();
  await tx.receiverSecret.deleteMany();
  await tx.receiverSecret.createMany({
    data: accepted.map(({ setting, expiresAt }) => ({ id: newId(), secret: seal(setting), expiresAt, updatedAt })),
  });
}

export async function readReceiverSecrets(): Promise<Secret[]> {
  const rows = await db().receiverSecret.findMany({
    where: { OR: [{ expiresAt: null }, { expiresAt: { gt: now() } }] },
  });
  const settings = [env().WEBHOOK_SECRET, ...rows.map(({ secret }) => unseal(secret))];
  return settings.flatMap((setting) => (setting && parseSecrets(setting)) || []);
}
