import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.ts";

const developmentKey = "sorami-development-key-known-to-everyone";
const ivBytes = 12;
const tagBytes = 16;

function key(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().APP_SECRET ?? developmentKey, "sorami", "stored secrets", 32));
}

export function seal(text: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  const sealed = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return new Uint8Array(sealed);
}

/** @returns undefined when APP_SECRET has changed since, or the bytes were altered */
export function unseal(sealed: Uint8Array): string | undefined {
  const body = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key(), body.subarray(0, ivBytes));
  decipher.setAuthTag(body.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(body.subarray(ivBytes, -tagBytes)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
