import type { Transaction } from "#lib/database/client.ts";
import { replaceReceiverSecrets } from "#lib/library/secrets.ts";
import { secretsForReceiver } from "#lib/webhook/endpoints/receiver-secrets.ts";

/** Goes with every change of secrets: a deployment that sends to itself goes on accepting what it signs. */
export const syncReceiverSecrets = (tx: Transaction): Promise<void> => replaceReceiverSecrets(tx, secretsForReceiver);
