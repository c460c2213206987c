import type { Transaction } from "#lib/database/client.ts";
import { acceptSecrets } from "#lib/library/secrets.ts";
import { receivableSecrets } from "#lib/webhook/endpoints/receiver-secrets.ts";

/** Part of every change of keys: a deployment that sends to itself must go on accepting what it signs. */
export const acceptOwn = (tx: Transaction): Promise<void> => acceptSecrets(tx, receivableSecrets);
