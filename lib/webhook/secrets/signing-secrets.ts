import { parseSecrets, type SecretKey } from "../../contract/secret.ts";
import type { EndpointKey } from "../../database/generated/client.ts";
import { env } from "../../env.ts";
import { unseal } from "../../sealed.ts";

/** A key that signs, with its row: none when it comes from WEBHOOK_SECRET. */
export type SigningKey = SecretKey & { id: string | null; lastVerifiedAt: Date | null };

type Keyed = { id: string; keys: EndpointKey[] };

/** An endpoint's stored keys that still sign, the current one first, then the newest. */
export function validKeys({ keys }: Keyed, at: Date): EndpointKey[] {
  const valid = keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > at);
  const rank = ({ expiresAt, createdAt }: EndpointKey) => (expiresAt === null ? Infinity : createdAt.getTime());
  return valid.sort((a, b) => (rank(a) === rank(b) ? b.id.localeCompare(a.id) : rank(b) - rank(a)));
}

/** Whether a current key is stored: without one the default endpoint follows WEBHOOK_SECRET. */
export function storedKeys(endpoint: Keyed, at: Date) {
  const valid = validKeys(endpoint, at);
  return { valid, configured: valid.some(({ expiresAt }) => expiresAt === null) };
}

/**
 * The keys that sign, the current one first: of a setting with several secrets only the first (contract §1).
 * Empty when there is none, or when the current one can no longer be decrypted.
 */
export function signingKeys(endpoint: Keyed, at: Date): SigningKey[] {
  const { valid, configured } = storedKeys(endpoint, at);
  const stored = valid.map(toSigningKey);
  const all = configured ? stored : [endpoint.id === "default" ? environmentKey() : undefined, ...stored];
  const [current, ...others] = all;
  return current ? [current, ...others.filter((key) => key !== undefined)] : [];
}

function toSigningKey({ id, secret, lastVerifiedAt }: EndpointKey): SigningKey | undefined {
  const key = parseSecrets(unseal(secret) ?? "")?.[0];
  return key && { ...key, id, lastVerifiedAt };
}

/** The key of WEBHOOK_SECRET that signs. */
export function environmentKey(): SigningKey | undefined {
  const key = parseSecrets(env().WEBHOOK_SECRET ?? "")?.[0];
  return key && { ...key, id: null, lastVerifiedAt: null };
}
