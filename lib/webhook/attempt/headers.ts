import packageJson from "../../../package.json" with { type: "json" };
import { sign } from "../../signature.ts";
import type { EndpointConfig } from "../endpoints/config.ts";
import { mask } from "../secrets/mask.ts";

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
