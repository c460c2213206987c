import { now } from "../clock.ts";
import { parseSecrets, type SecretKey } from "../contract/secret.ts";
import { db } from "../database/client.ts";
import { env } from "../env.ts";
import { seal, unseal } from "../sealed.ts";

/** The one stored setting: a deployment that sends to itself changes both ends with one action. */
const id = "page";

/**
 * Makes the receiver accept a secret setting besides WEBHOOK_SECRET, in place of the one stored before.
 * The setting is one that `parseSecrets` reads; it is encrypted in the database (contract §3).
 */
export async function acceptSecret(setting: string): Promise<void> {
  const stored = { secret: seal(setting), updatedAt: now() };
  await db().receiverSecret.upsert({ where: { id }, create: { id, ...stored }, update: stored });
}

/** Every key the receiver verifies with: those of WEBHOOK_SECRET and the stored ones. Empty when none is set. */
export async function receiverSecrets(): Promise<SecretKey[]> {
  const row = await db().receiverSecret.findUnique({ where: { id } });
  const settings = [env().WEBHOOK_SECRET, row ? unseal(row.secret) : undefined];
  return settings.flatMap((setting) => (setting && parseSecrets(setting)) || []);
}
