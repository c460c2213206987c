import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { unseal } from "../../sealed.ts";
import { validSecrets } from "../secrets/signing-secrets.ts";
import { readDefaultEndpoint } from "./endpoint-rows.ts";

/** The stored secrets that a receiver of the default endpoint’s events must accept, and until when. */
export async function secretsForReceiver(tx: Transaction): Promise<{ setting: string; expiresAt: Date | null }[]> {
  const valid = validSecrets(await readDefaultEndpoint(tx), now());
  return valid.flatMap(({ secret, expiresAt }) => {
    const setting = unseal(secret);
    return setting ? [{ setting, expiresAt }] : [];
  });
}
