import { createHmac } from "node:crypto";
import type { SecretKey } from "../../contract/secret.ts";

/** A Standard Webhooks signature over the exact bytes sent. @param timestamp in seconds, as its header has it */
export function sign(
  key: SecretKey,
  { id, timestamp, body }: { id: string; timestamp: number; body: Uint8Array },
): string {
  const digest = createHmac("sha256", key.bytes).update(`${id}.${timestamp}.`).update(body).digest("base64");
  return `v1,${digest}`;
}
