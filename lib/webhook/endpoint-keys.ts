import { parseSecrets, type SecretKey } from "../contract/secret.ts";
import type { EndpointKey } from "../database/generated/client.ts";
import { env } from "../env.ts";
import { unseal } from "../sealed.ts";

type Keyed = { id: string; keys: EndpointKey[] };

/** An endpoint's stored keys that still sign, the current one first, then the newest. */
export function validKeys({ keys }: Keyed, at: Date): EndpointKey[] {
  const valid = keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > at);
  const rank = ({ expiresAt, createdAt }: EndpointKey) => (expiresAt === null ? Infinity : createdAt.getTime());
  return valid.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
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
export function signingKeys(endpoint: Keyed, at: Date): SecretKey[] {
  const { valid, configured } = storedKeys(endpoint, at);
  const settings = valid.map(({ secret }) => unseal(secret));
  const all = configured ? settings : [endpoint.id === "default" ? env().WEBHOOK_SECRET : undefined, ...settings];
  const [current, ...others] = all.map((setting) => (setting ? parseSecrets(setting)?.[0] : undefined));
  return current ? [current, ...others.filter((key) => key !== undefined)] : [];
}
