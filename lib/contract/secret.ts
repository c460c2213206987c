/** A webhook secret as bytes: what a Standard Webhooks signature is keyed with. */
export type Secret = { text: string; bytes: Uint8Array };

const prefix = "whsec_";
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function parseSecret(text: string): Secret | undefined {
  if (!/^[\x21-\x7e]+$/.test(text)) return undefined;
  if (!text.startsWith(prefix)) return { text, bytes: new TextEncoder().encode(text) };
  const encoded = text.slice(prefix.length);
  if (!base64.test(encoded)) return undefined;
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  return bytes.length >= 24 && bytes.length <= 64 ? { text, bytes } : undefined;
}

/**
 * Splits a secret setting into keys: visible ASCII used as bytes, or `whsec_<base64>` of 24 to 64 bytes;
 * several are separated by spaces, the first signs and all verify (contract §1).
 * @returns undefined when any of them is malformed, or when there is none
 */
export function parseSecrets(setting: string): [Secret, ...Secret[]] | undefined {
  const keys = setting.trim().split(/ +/).map(parseSecret);
  const valid = keys.filter((key) => key !== undefined);
  const [first, ...rest] = valid;
  return first && valid.length === keys.length ? [first, ...rest] : undefined;
}

/** Whether this is one secret: a setting of a page holds no spaces, so that a phrase is not taken for several keys. */
export const isSecret = (text: string) => parseSecret(text) !== undefined;
