import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** An IPv6 client has its whole network. */
const networkBytes = 8;

const parse = (text: string) => (ipaddr.isValid(text) ? ipaddr.process(text) : undefined);

export function isTrusted(text: string | undefined, trusted: Range[]): boolean {
  const address = parse(text ?? "");
  return trusted.some((range) => address?.kind() === range[0].kind() && address.match(range));
}

/** Names a client: its IPv4 address, or the /64 of its IPv6 address. */
export function toClient(text: string | undefined): string {
  const address = parse(text ?? "");
  if (!address) return "";
  const bytes = address.toByteArray();
  return address.kind() === "ipv4" ? address.toString() : bytes.slice(0, networkBytes).join(":");
}

export type Client = { name: string; proxied: boolean };

const isForwarded = (name: string) => name.startsWith("x-forwarded-") || name === "forwarded" || name === "x-real-ip";

/** Removes what a client says of a proxy: Next believes it, whoever says it. */
function forgetForwarded(request: IncomingMessage) {
  for (const headers of [request.headers, request.headersDistinct])
    for (const name of Object.keys(headers)) if (isForwarded(name)) delete headers[name];
}

/**
 * Finds who asks: behind proxies that are trusted (TRUSTED_PROXIES), the last address of X-Forwarded-For that is not one
 * of them; otherwise the other end of the connection, and its X-Forwarded headers are removed.
 * @returns undefined for the connection of a trusted proxy that names nobody
 */
export function readClient(request: IncomingMessage, trusted: Range[]): Client | undefined {
  const peer = request.socket.remoteAddress;
  if (!isTrusted(peer, trusted)) {
    forgetForwarded(request);
    return { name: toClient(peer), proxied: false };
  }
  const hops = (request.headersDistinct["x-forwarded-for"] ?? []).join(",").split(",");
  const client = hops.map((hop) => hop.trim()).findLast((hop) => !isTrusted(hop, trusted));
  return client ? { name: toClient(client), proxied: true } : undefined;
}
