import { createHmac } from "node:crypto";
import type { Secret } from "./secret.ts";

const label = "sorami key fingerprint";

/** What a fingerprint looks like on the wire and in the log. */
export const fingerprintPattern = /^[0-9a-f]{12}$/;

/**
 * Names a key without telling it, the same on both sides of the wire: 12 hexadecimal digits. Shown only to
 * whoever has proved to know the key, and on the admin pages: it would let a weak secret be guessed offline.
 */
export const fingerprint = ({ bytes }: Pick<Secret, "bytes">): string =>
  createHmac("sha256", bytes).update(label).digest("hex").slice(0, 12);
