import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import net, { type Socket } from "node:net";
import { afterEach, beforeEach, vi } from "vitest";
import { reloadEnv } from "#lib/env.ts";
import { closeServer, listen, readBody } from "#testing/servers/loopback.ts";
import { createEntry, type EntryOptions } from "./entry.ts";
import type { EntryLimits } from "./limits.ts";

export const token = "jeton-d-essai-0123456789";
export const mebibyte = 1024 * 1024;
export const receiver = "/api/webhooks/book-completion";
const methods: Record<string, string[]> = { [receiver]: ["GET", "HEAD", "POST"], "/api/books": ["GET", "HEAD"] };

export type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Says how many bytes came, as whatever stands behind the entry would once it has read them. */
export const countBytes: Handle = async (request, response) => {
  const body = await readBody(request).catch(() => undefined);
  if (body) response.end(`reçu ${body.length}`);
};

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
export const head = (line: string, ...headers: string[]): string =>
  `${[`${line} HTTP/1.1`, "Host: x", ...headers].join("\r\n")}\r\n\r\n`;

/** Has each test of a file start entries in production and connect to them; all are closed after it. */
export function openEntries() {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  beforeEach(() => {
    vi.stubEnv("ENVIRONMENT", "production");
    vi.stubEnv("ADMIN_TOKEN", token);
    reloadEnv();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await Promise.all(servers.splice(0).map(closeServer));
    vi.unstubAllEnvs();
    reloadEnv();
  });
  return {
    async start(
      limits: Partial<EntryLimits> = {},
      handle: Handle = countBytes,
      { checkBeforeBody }: Pick<EntryOptions, "checkBeforeBody"> = {},
    ) {
      const server = createEntry({
        handle,
        methodsOf: (pathname) => methods[pathname],
        limits,
        ...(checkBeforeBody && { checkBeforeBody }),
      });
      servers.push(server);
      const port = await listen(server);
      return {
        port,
        url: `http://127.0.0.1:${port}`,
        connections: () => new Promise<number>((done) => server.getConnections((_error, count) => done(count))),
      };
    },
    async connect(port: number, text = "", localAddress = "127.0.0.1"): Promise<Socket> {
      const socket = net.connect({ port, host: "127.0.0.1", localAddress });
      socket.on("error", () => {});
      sockets.push(socket);
      await once(socket, "connect");
      socket.write(text);
      return socket;
    },
  };
}
