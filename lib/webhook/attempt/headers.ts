import packageJson from "../../../package.json" with { type: "json" };
import type { SecretKey } from "../../contract/secret.ts";
import type { EndpointConfig } from "../endpoints/config.ts";
import { sign } from "./sign.ts";

/** What stands for a secret wherever requests are shown. */
export const mask = "••••••••";
const shortestRedacted = 6;

/**
 * The headers of one attempt (contract §4). Every valid key signs. `X-Webhook-Secret` holds one secret only: during
 * a rotation the oldest, which a receiver that knows nothing of the new one still expects.
 * @param at when it leaves: the timestamp is fresh at every attempt
 */
export function requestHeaders(
  event: { id: string; type: string; body: Uint8Array },
  { environment, keys, sendSecret, customHeaders }: EndpointConfig,
  { at }: { at: Date },
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const signatures = keys.map((key) => sign(key, { id: event.id, timestamp, body: event.body }));
  const oldest = keys.at(-1);
  return {
    ...customHeaders,
    "Content-Type": "application/json",
    "User-Agent": `Sorami-Webhooks/${packageJson.version}`,
    "Accept-Encoding": "identity",
    "X-Webhook-Event": event.type,
    "webhook-id": event.id,
    "webhook-timestamp": String(timestamp),
    ...(oldest && { "webhook-signature": signatures.join(" ") }),
    ...(oldest && sendSecret && environment === "production" && { "X-Webhook-Secret": oldest.text }),
  };
}

/** The headers as they may be stored and shown: custom values may be credentials as well. */
export function masked(headers: Record<string, string>, { customHeaders }: EndpointConfig): Record<string, string> {
  const secret = (name: string) => name === "X-Webhook-Secret" || name in customHeaders;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secret(name) ? mask : value]));
}

type Secret = Pick<SecretKey, "text">;
/** The longest first: one may begin with another. */
const redactable = (secrets: Secret[]) =>
  secrets.filter(({ text }) => text.length >= shortestRedacted).sort((a, b) => b.text.length - a.text.length);

/** Takes our secrets out of a text that a receiver echoes back. */
export const redactText = (text: string, keys: Secret[]) =>
  redactable(keys).reduce((left, key) => left.replaceAll(key.text, mask), text);

/** The same for bytes, otherwise left as they came. */
export function redact(bytes: Buffer, keys: Secret[]): Buffer {
  const echoed = redactable(keys).filter((key) => bytes.includes(key.text));
  const cover = Buffer.from(mask).toString("latin1");
  const cleaned = echoed.reduce((text, key) => text.replaceAll(key.text, cover), bytes.toString("latin1"));
  return echoed.length > 0 ? Buffer.from(cleaned, "latin1") : bytes;
}
