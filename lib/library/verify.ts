import { now } from "../clock.ts";
import { fingerprint } from "../contract/fingerprint.ts";
import type { Secret } from "../contract/secret.ts";
import type { Verification } from "../database/generated/client.ts";
import { safeEqual } from "../safe-equal.ts";
import { sign } from "../signature.ts";
import { describeFault, readOnce, readSignatures, withoutPadding } from "./header-values.ts";

const toleranceSeconds = 300;

export type Proof = { verification: Exclude<Verification, "none">; keyFingerprint: string };

export type Verdict = ({ accepted: true } & Proof) | { accepted: false; status: 401 | 503; reason: string };

const refuse = (reason: string): Verdict => ({ accepted: false, status: 401, reason });

/** Works like `find`, but in constant time: it always goes to the end. */
const findInConstantTime = <T>(items: T[], matches: (item: T) => boolean): T | undefined => items.filter(matches)[0];

const accept = (verification: Proof["verification"], secret: Secret): Verdict => ({
  accepted: true,
  verification,
  keyFingerprint: fingerprint(secret),
});

/**
 * Verifies a webhook as production does (contract §5). A `webhook-signature` that is present decides: Standard Webhooks
 * `v1` over the raw bytes, with a strict id and timestamp. Without one, `X-Webhook-Secret` must be one of the secrets.
 */
export function verify(headers: Headers, body: Uint8Array, secrets: Secret[]): Verdict;
/** Verifies before there is a body. @returns undefined when only the body can tell: a signature is compared with it */
export function verify(headers: Headers, body: undefined, secrets: Secret[]): Verdict | undefined;
export function verify(headers: Headers, body: Uint8Array | undefined, secrets: Secret[]): Verdict | undefined {
  if (secrets.length === 0) return { accepted: false, status: 503, reason: "Aucun secret n’est configuré ici." };
  const signature = headers.get("webhook-signature");
  if (signature !== null) return verifySignature({ headers, body, secrets, signatures: readSignatures(signature) });
  const given = headers.get("x-webhook-secret");
  if (given === null) return refuse("Ni webhook-signature ni X-Webhook-Secret.");
  // A secret may hold a comma itself.
  const once = readOnce(headers, "x-webhook-secret") ?? given;
  const secret = findInConstantTime(
    secrets,
    ({ text }) => [given, once].filter((one) => safeEqual(one, text)).length > 0,
  );
  return secret ? accept("secret", secret) : refuse("X-Webhook-Secret ne correspond pas au secret configuré ici.");
}

type Signed = { headers: Headers; body: Uint8Array | undefined; secrets: Secret[]; signatures: string[] };

function verifySignature({ headers, body, secrets, signatures }: Signed): Verdict | undefined {
  const id = readOnce(headers, "webhook-id") ?? "";
  const timestamp = readOnce(headers, "webhook-timestamp") ?? "";
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(id)) return refuse(describeFault("webhook-id", id));
  if (!/^\d{1,15}$/.test(timestamp)) return refuse(describeFault("webhook-timestamp", timestamp));
  if (Math.abs(Math.floor(now().getTime() / 1000) - Number(timestamp)) > toleranceSeconds)
    return refuse(`webhook-timestamp s’écarte de plus de ${toleranceSeconds} s de l’heure d’ici.`);
  if (signatures.length === 0)
    return refuse(
      "webhook-signature ne porte aucune signature v1,<base64>\u202f: un intermédiaire l’a sans doute changé.",
    );
  if (body === undefined) return undefined;
  const expected = secrets.map((secret) => ({
    secret,
    right: withoutPadding(sign(secret, { id, timestamp, body })),
  }));
  // In the sender’s order, its current secret first: the answer tells it which one the receiver has adopted.
  const proofs = signatures.map((given) => findInConstantTime(expected, ({ right }) => safeEqual(given, right)));
  const proof = findInConstantTime(proofs, (one) => one !== undefined);
  return proof
    ? accept("signature", proof.secret)
    : refuse("webhook-signature ne correspond ni au corps ni au secret configuré ici.");
}
