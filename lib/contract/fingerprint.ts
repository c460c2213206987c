import { createHmac } from "node:crypto";
import type { Secret } from "./secret.ts";

const label = "sorami key fingerprint";

export const fingerprintPattern = /^[0-9a-f]{12}$/;

/**
 * Names a secret without telling it, the same on both sides of the wire. It is shown only on the admin pages and to a
 * sender that has proved to know the secret: it would let a weak one be guessed offline.
 */
export const fingerprint = ({ bytes }: Pick<Secret, "bytes">): string =>
  createHmac("sha256", bytes).update(label).digest("hex").slice(0, 12);
