import { fingerprint } from "../../contract/fingerprint.ts";
import { db, type Transaction } from "../../database/client.ts";
import { environmentSecret } from "./signing-secrets.ts";

export const environmentSecretId = "environment";

const recentDeliveries = 100;

export async function lastEnvironmentUse({ id }: { id: string }, client: Transaction = db()): Promise<Date | null> {
  const secret = environmentSecret();
  if (!secret) return null;
  const [row] = await client.$queryRaw<{ at: Date | null }[]>`
    SELECT max(a."finishedAt") AS at FROM "Attempt" a
    WHERE a."verifiedKey" = ${fingerprint(secret)} AND a."deliveryId" IN (
      SELECT d.id FROM "Delivery" d WHERE d."endpointId" = ${id} ORDER BY d.id DESC LIMIT ${recentDeliveries})`;
  return row?.at ?? null;
}
