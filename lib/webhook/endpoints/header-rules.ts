import type { Issue } from "../../contract/error.ts";

const maxHeaders = 20;
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const value = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** One `Idempotency-Key` on every event would make a receiver drop all but the first. */
const reserved =
  /^(?:content-.*|(?:x-)?webhook-.*|proxy-.*|user-agent|accept-encoding|host|connection|transfer-encoding|te|trailer|upgrade|expect|keep-alive|http2-settings|idempotency-key|__proto__)$/i;

export const isReserved = (name: string) => reserved.test(name);

function faultOf(name: string, text: string | null): string | undefined {
  if (!token.test(name)) return "n’est pas un nom d’en-tête valide";
  if (isReserved(name)) return "est réservé";
  if (text !== null && !value.test(text)) return "n’accepte que des caractères ASCII visibles, sans espace au bord";
  return undefined;
}

export function mergeHeaders(current: Record<string, string>, changes: Record<string, string | null>) {
  const merged = new Map(Object.entries(current).map(([name, text]) => [name.toLowerCase(), { name, text }]));
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const [name, text] of Object.entries(changes)) {
    const key = name.toLowerCase();
    const fault = seen.has(key) ? "est donné deux fois" : faultOf(name, text);
    if (fault) issues.push({ path: `headers.${name}`, message: fault });
    seen.add(key);
    if (text === null) merged.delete(key);
    else merged.set(key, { name, text });
  }
  if (merged.size > maxHeaders) issues.push({ path: "headers", message: `sont ${merged.size}, ${maxHeaders} au plus` });
  return { headers: Object.fromEntries([...merged.values()].map(({ name, text }) => [name, text])), issues };
}
