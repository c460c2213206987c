import { ipLiteral, isLocalhost, mayDial, type Reach } from "./addresses.ts";
import { lookup } from "./lookup.ts";

export type Resolved =
  | { addresses: { address: string; family: 4 | 6 }[] }
  | { fault: "blocked"; address?: string }
  | { fault: "dns"; code: string };

const familyOf = (address: string) => (address.includes(":") ? 6 : 4);

async function addressesOf(hostname: string): Promise<string[]> {
  const bare = ipLiteral(hostname);
  if (bare) return [bare];
  if (isLocalhost(hostname)) return ["::1", "127.0.0.1"];
  return lookup(hostname);
}

export const needsResolver = (hostname: string) => ipLiteral(hostname) === undefined && !isLocalhost(hostname);

export function isRefusedByName(hostname: string, reach: Reach): boolean {
  const bare = ipLiteral(hostname);
  if (bare) return !mayDial(bare, bare, reach);
  if (isLocalhost(hostname)) return !mayDial("::1", hostname, reach) && !mayDial("127.0.0.1", hostname, reach);
  return reach.only === "loopback";
}

/** Resolves a URL's hostname. One address out of reach refuses the whole host: it would be a rebinding trick. */
export async function resolve(hostname: string, reach: Reach): Promise<Resolved> {
  if (isRefusedByName(hostname, reach)) return { fault: "blocked" };
  let found: string[];
  try {
    found = await addressesOf(hostname);
  } catch (error) {
    return { fault: "dns", code: error instanceof Error && "code" in error ? String(error.code) : "" };
  }
  const host = ipLiteral(hostname) ?? hostname;
  const refused = found.find((address) => !mayDial(address, host, reach));
  if (refused && !isLocalhost(hostname)) return { fault: "blocked", address: refused };
  const addresses = found.filter((address) => mayDial(address, host, reach));
  return { addresses: addresses.map((address) => ({ address, family: familyOf(address) })) };
}
