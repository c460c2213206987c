import { createHmac } from "node:crypto";
import type { Secret } from "./secret.ts";

const label = "sorami key fingerprint";

export const fingerprintPattern = /^[0-9a-f]{12}$/;

/** Shown only on admin pages and to a sender that knows the secret: a weak one could be guessed offline. */
export const fingerprint = ({ bytes }: Pick<Secret, "bytes">): string =>
  createHmac("sha256", bytes).update(label).digest("hex").slice(0, 12);
