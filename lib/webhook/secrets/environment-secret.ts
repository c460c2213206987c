import { fingerprint } from "../../contract/fingerprint.ts";
import { db, type Transaction } from "../../database/client.ts";
import { environmentKey } from "./signing-secrets.ts";

/** What stands for the id of the key of WEBHOOK_SECRET, which has no row. */
export const environmentKeyId = "environment";

const recentDeliveries = 100;

/** When the key of WEBHOOK_SECRET last verified, as far as an endpoint's newest deliveries tell. */
export async function lastEnvironmentUse({ id }: { id: string }, client: Transaction = db()): Promise<Date | null> {
  const key = environmentKey();
  if (!key) return null;
  const [row] = await client.$queryRaw<{ at: Date | null }[]>`
    SELECT max(a."finishedAt") AS at FROM "Attempt" a
    WHERE a."verifiedKey" = ${fingerprint(key)} AND a."deliveryId" IN (
      SELECT d.id FROM "Delivery" d WHERE d."endpointId" = ${id} ORDER BY d.id DESC LIMIT ${recentDeliveries})`;
  return row?.at ?? null;
}
