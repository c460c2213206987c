/** `bytes` key a Standard Webhooks signature. */
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
 * Visible ASCII is used as bytes, `whsec_<base64>` has 24 to 64; the first signs, all verify (contract §1).
 * @returns undefined when any of them is malformed, or when there is none
 */
export function parseSecrets(setting: string): [Secret, ...Secret[]] | undefined {
  const secrets = setting.trim().split(/ +/).map(parseSecret);
  const valid = secrets.filter((secret) => secret !== undefined);
  const [first, ...rest] = valid;
  return first && valid.length === secrets.length ? [first, ...rest] : undefined;
}

/** Refuses spaces: a phrase must not be taken for several secrets. */
export const isSecret = (text: string) => parseSecret(text) !== undefined;
