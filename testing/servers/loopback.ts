import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Server as SecureServer } from "node:https";
import type { AddressInfo, Server as SocketServer } from "node:net";

/** Starts a server, on a free loopback port unless told otherwise. @returns its port */
export async function listen(
  server: Server | SecureServer | SocketServer,
  { host = "127.0.0.1", port = 0 } = {},
): Promise<number> {
  server.listen(port, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

export function closeServer(server: Server | SecureServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
