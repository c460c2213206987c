import { createHash, timingSafeEqual } from "node:crypto";
import { now } from "../clock.ts";
import { fingerprint } from "../contract/fingerprint.ts";
import type { Secret } from "../contract/secret.ts";
import type { Verification } from "../database/generated/client.ts";
import { sign } from "../signature.ts";

const toleranceSeconds = 300;

/** How a request proved who sent it, and with which key. */
export type Proof = { verification: Exclude<Verification, "none">; keyFingerprint: string };

/** Who sent it, or why production refuses it. */
export type Verdict = ({ accepted: true } & Proof) | { accepted: false; status: 401 | 503; reason: string };

const refuse = (reason: string): Verdict => ({ accepted: false, status: 401, reason });
const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compares without telling by the time taken where two texts differ, nor how long they are. */
const sameText = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

/** Like `find`, but always goes to the end. */
const findOf = <T>(items: T[], matches: (item: T) => boolean): T | undefined => items.filter(matches)[0];

const accept = (verification: Proof["verification"], key: Secret): Verdict => ({
  accepted: true,
  verification,
  keyFingerprint: fingerprint(key),
});

/**
 * Says what production thinks of a webhook (contract §5). A `webhook-signature` that is present decides:
 * Standard Webhooks `v1` over the raw bytes, with a strict id and timestamp. Without one, `X-Webhook-Secret`
 * must be one of the secrets.
 */
export function verify(headers: Headers, body: Uint8Array, keys: Secret[]): Verdict {
  if (keys.length === 0) return { accepted: false, status: 503, reason: "Aucun secret n’est configuré ici." };
  const signatures = headers.get("webhook-signature");
  if (signatures !== null) return verifySignature({ headers, body, keys, signatures: signatures.split(" ") });
  const secret = headers.get("x-webhook-secret");
  if (secret === null) return refuse("Ni webhook-signature ni X-Webhook-Secret.");
  const key = findOf(keys, ({ text }) => sameText(secret, text));
  return key ? accept("secret", key) : refuse("X-Webhook-Secret ne correspond pas au secret configuré ici.");
}

type Signed = { headers: Headers; body: Uint8Array; keys: Secret[]; signatures: string[] };

function verifySignature({ headers, body, keys, signatures }: Signed): Verdict {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(id)) return refuse("webhook-id absent ou mal formé.");
  if (!/^\d{1,15}$/.test(timestamp)) return refuse("webhook-timestamp absent ou mal formé.");
  if (Math.abs(Math.floor(now().getTime() / 1000) - Number(timestamp)) > toleranceSeconds)
    return refuse(`webhook-timestamp s’écarte de plus de ${toleranceSeconds} s de l’heure d’ici.`);
  const expected = keys.map((key) => ({ key, right: sign(key, { id, timestamp, body }) }));
  // In the sender's order, its current key first: what is known here of a rotation is what it is told.
  const proofs = signatures.map((given) => findOf(expected, ({ right }) => sameText(given, right)));
  const proof = findOf(proofs, (found) => found !== undefined);
  return proof
    ? accept("signature", proof.key)
    : refuse("webhook-signature ne correspond ni au corps ni au secret configuré ici.");
}
