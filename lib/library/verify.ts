import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { now } from "../clock.ts";
import type { SecretKey } from "../contract/secret.ts";
import type { Verification } from "../database/generated/client.ts";

const toleranceSeconds = 300;

/** Who sent it, or why production refuses it. */
export type Verdict =
  | { accepted: true; verification: Exclude<Verification, "none"> }
  | { accepted: false; status: 401 | 503; reason: string };

const refuse = (reason: string): Verdict => ({ accepted: false, status: 401, reason });
const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compares without telling by the time taken where two texts differ, nor how long they are. */
const sameText = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

/** Like `some`, but always goes to the end. */
const someOf = <T>(items: T[], matches: (item: T) => boolean) => items.filter(matches).length > 0;

/**
 * Says what production thinks of a webhook (contract §5). A `webhook-signature` that is present decides:
 * Standard Webhooks `v1` over the raw bytes, with a strict id and timestamp. Without one, `X-Webhook-Secret`
 * must be one of the secrets.
 */
export function verify(headers: Headers, body: Uint8Array, keys: SecretKey[]): Verdict {
  if (keys.length === 0) return { accepted: false, status: 503, reason: "Aucun secret n’est configuré ici." };
  const signatures = headers.get("webhook-signature");
  if (signatures !== null) return verifySignature({ headers, body, keys, signatures: signatures.split(" ") });
  const secret = headers.get("x-webhook-secret");
  if (secret === null) return refuse("Ni webhook-signature ni X-Webhook-Secret.");
  return someOf(keys, (key) => sameText(secret, key.text))
    ? { accepted: true, verification: "secret" }
    : refuse("X-Webhook-Secret ne correspond pas au secret configuré ici.");
}

type Signed = { headers: Headers; body: Uint8Array; keys: SecretKey[]; signatures: string[] };

function verifySignature({ headers, body, keys, signatures }: Signed): Verdict {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(id)) return refuse("webhook-id absent ou mal formé.");
  if (!/^\d{1,15}$/.test(timestamp)) return refuse("webhook-timestamp absent ou mal formé.");
  if (Math.abs(Math.floor(now().getTime() / 1000) - Number(timestamp)) > toleranceSeconds)
    return refuse(`webhook-timestamp s’écarte de plus de ${toleranceSeconds} s de l’heure d’ici.`);
  const sign = (key: SecretKey) =>
    createHmac("sha256", key.bytes).update(`${id}.${timestamp}.`).update(body).digest("base64");
  const expected = keys.map((key) => `v1,${sign(key)}`);
  return someOf(expected, (right) => someOf(signatures, (given) => sameText(given, right)))
    ? { accepted: true, verification: "signature" }
    : refuse("webhook-signature ne correspond ni au corps ni au secret configuré ici.");
}
