import { createHmac } from "node:crypto";
import type { Secret } from "./contract/secret.ts";

/** Signs the exact bytes of a body as Standard Webhooks has it: `v1,<base64>`. `timestamp` is in seconds, as in its header. */
export function sign(
  key: Pick<Secret, "bytes">,
  { id, timestamp, body }: { id: string; timestamp: string | number; body: Uint8Array },
): string {
  const digest = createHmac("sha256", key.bytes).update(`${id}.${timestamp}.`).update(body).digest("base64");
  return `v1,${digest}`;
}
