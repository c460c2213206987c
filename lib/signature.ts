import { createHmac } from "node:crypto";
import type { Secret } from "./contract/secret.ts";

/** Follows Standard Webhooks; `timestamp` is in seconds. */
export function sign(
  secret: Pick<Secret, "bytes">,
  { id, timestamp, body }: { id: string; timestamp: string | number; body: Uint8Array },
): string {
  const digest = createHmac("sha256", secret.bytes).update(`${id}.${timestamp}.`).update(body).digest("base64");
  return `v1,${digest}`;
}
