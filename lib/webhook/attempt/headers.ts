import packageJson from "../../../package.json" with { type: "json" };
import { sign } from "../../signature.ts";
import type { EndpointConfig } from "../endpoints/config.ts";
import { mask } from "../secrets/mask.ts";

/** `X-Webhook-Secret` holds one secret only: in a rotation the oldest, which a receiver without the new one expects. */
export function requestHeaders(
  event: { id: string; type: string; body: Uint8Array },
  { environment, secrets, sendSecret, customHeaders }: EndpointConfig,
  { at }: { at: Date },
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => sign(secret, { id: event.id, timestamp, body: event.body }));
  const oldest = secrets.at(-1);
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

export function maskHeaders(
  headers: Record<string, string>,
  { customHeaders }: EndpointConfig,
): Record<string, string> {
  const isSecret = (name: string) => name === "X-Webhook-Secret" || name in customHeaders;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, isSecret(name) ? mask : value]));
}
