import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { unseal } from "../../sealed.ts";
import { validKeys } from "../secrets/signing-secrets.ts";
import { endpointRow } from "./endpoint-rows.ts";

/** What a receiver of the default endpoint's events must accept: its stored secret settings, and until when. */
export async function receivableSecrets(tx: Transaction): Promise<{ setting: string; expiresAt: Date | null }[]> {
  const valid = validKeys(await endpointRow(tx), now());
  return valid.flatMap(({ secret, expiresAt }) => {
    const setting = unseal(secret);
    return setting ? [{ setting, expiresAt }] : [];
  });
}
