import { z } from "zod";

/** `bytes` key a Standard Webhooks signature. */
export type Secret = { text: string; bytes: Uint8Array };

const prefix = "whsec_";
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const quote = /^["'`]|["'`]$/;
/** An asymmetric key, or a signature: neither is a shared secret. */
const otherKind = /^(wh[ps]k_|v\d+a?,)/i;

const withoutQuotes = (text: string) => text.replace(/^(["'`])(.*)\1$/s, "$2");

/** Takes off what a `whsec_` key was pasted with: quotes, the `v1,` of Supabase, upper case. */
const unwrap = (text: string) => withoutQuotes(text).replace(/^(?:v1,)?whsec_/i, prefix);

function parseSecret(given: string): Secret | undefined {
  const text = unwrap(given);
  if (!/^[\x21-\x7e]+$/.test(text) || quote.test(text) || otherKind.test(text)) return undefined;
  const at = text.toLowerCase().indexOf(prefix);
  if (at === -1) return { text, bytes: new TextEncoder().encode(text) };
  const encoded = text.slice(prefix.length);
  // Wrapped in something else, a key would be another one.
  if (at > 0 || !base64.test(encoded)) return undefined;
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  return bytes.length >= 24 && bytes.length <= 64 ? { text, bytes } : undefined;
}

/**
 * Visible ASCII is used as bytes, `whsec_<base64>` has 24 to 64; the first signs, all verify (contract §1). Quotes around
 * one or all, and what a `whsec_` key is often pasted with, are taken off.
 * @returns undefined when any of them is malformed, or when there is none
 */
export function parseSecrets(setting: string): [Secret, ...Secret[]] | undefined {
  const whole = setting.trim();
  const inner = /^(["'`])[^"'`]*\1$/.test(whole) ? withoutQuotes(whole).trim() : whole;
  const secrets = inner.split(/ +/).map(parseSecret);
  const valid = secrets.filter((secret) => secret !== undefined);
  const [first, ...rest] = valid;
  return first && valid.length === secrets.length ? [first, ...rest] : undefined;
}

const accepted =
  "attend des caractères ASCII visibles sans espace, ou une clé whsec_<base64> de 24 à 64 octets, sans rien autour";

/** Refuses spaces: a phrase must not be taken for several secrets. */
export const SecretText = z
  .string()
  .max(4096)
  .trim()
  .transform((given, context) => {
    const secret = parseSecret(given);
    if (secret) return secret.text;
    context.addIssue({ code: "custom", message: accepted });
    return z.NEVER;
  });

/** What guards production has this many characters at least. */
export const minSecretLength = 16;

/** A `whsec_` key has 24 bytes at least. */
export const isWeak = ({ text }: Pick<Secret, "text">) => text.length < minSecretLength;
