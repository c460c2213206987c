import { parseSecrets, type Secret } from "../../contract/secret.ts";
import type { EndpointKey } from "../../database/generated/client.ts";
import { env } from "../../env.ts";
import { unseal } from "../../sealed.ts";

/** A secret that signs; its `id` is null when it comes from WEBHOOK_SECRET, which has no row. */
export type SigningSecret = Secret & { id: string | null; lastVerifiedAt: Date | null };

type WithKeys = { id: string; keys: EndpointKey[] };

/** The stored secrets of an endpoint that still sign, the current one first, then the newest. */
export function validSecrets({ keys }: WithKeys, at: Date): EndpointKey[] {
  const valid = keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > at);
  const rank = ({ expiresAt, createdAt }: EndpointKey) => (expiresAt === null ? Infinity : createdAt.getTime());
  return valid.sort((a, b) => (rank(a) === rank(b) ? b.id.localeCompare(a.id) : rank(b) - rank(a)));
}

/** `configured` tells that a current secret is stored: without one the default endpoint follows WEBHOOK_SECRET. */
export function storedSecrets(endpoint: WithKeys, at: Date) {
  const valid = validSecrets(endpoint, at);
  return { valid, configured: valid.some(({ expiresAt }) => expiresAt === null) };
}

/**
 * The secrets that sign, the current one first: of a setting with several only the first (contract §1).
 * Empty when there is none, or when the current one can no longer be decrypted.
 */
export function signingSecrets(endpoint: WithKeys, at: Date): SigningSecret[] {
  const { valid, configured } = storedSecrets(endpoint, at);
  const stored = valid.map(toSigningSecret);
  const all = configured ? stored : [endpoint.id === "default" ? environmentSecret() : undefined, ...stored];
  const [current, ...others] = all;
  return current ? [current, ...others.filter((secret) => secret !== undefined)] : [];
}

function toSigningSecret({ id, secret: sealed, lastVerifiedAt }: EndpointKey): SigningSecret | undefined {
  const secret = parseSecrets(unseal(sealed) ?? "")?.[0];
  return secret && { ...secret, id, lastVerifiedAt };
}

/** The secret of WEBHOOK_SECRET that signs. */
export function environmentSecret(): SigningSecret | undefined {
  const secret = parseSecrets(env().WEBHOOK_SECRET ?? "")?.[0];
  return secret && { ...secret, id: null, lastVerifiedAt: null };
}
