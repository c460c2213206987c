import { z } from "zod";
import { seal, unseal } from "../../sealed.ts";
import { isReserved } from "./header-rules.ts";

const Headers = z.record(z.string(), z.string());

/** Encrypts custom headers for the database: they often carry credentials. */
export const sealHeaders = (headers: Record<string, string>) => seal(JSON.stringify(headers));

/** Decrypts custom headers: none when that fails, and none whose name has become reserved. */
export function unsealHeaders(sealed: Uint8Array<ArrayBuffer> | null): Record<string, string> {
  const text = sealed && unseal(sealed);
  const headers = text ? Headers.parse(JSON.parse(text)) : {};
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isReserved(name)));
}
