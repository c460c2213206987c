import { z } from "zod";
import { seal, unseal } from "../../sealed.ts";
import { isReserved } from "./header-rules.ts";

const Headers = z.record(z.string(), z.string());

export const sealHeaders = (headers: Record<string, string>) => seal(JSON.stringify(headers));

export function unsealHeaders(sealed: Uint8Array<ArrayBuffer> | null): Record<string, string> {
  const text = sealed && unseal(sealed);
  const headers = text ? Headers.parse(JSON.parse(text)) : {};
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isReserved(name)));
}
