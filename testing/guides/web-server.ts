import { createServer, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { closeServer, listen } from "../servers/loopback.ts";

export type Handler = (request: Request) => Response | Promise<Response>;

function toRequest(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const body = Readable.toWeb(incoming) as ReadableStream;
  const options = { method, headers: headers as Record<string, string>, body, duplex: "half" };
  return new Request(`http://127.0.0.1${url}`, options as RequestInit);
}

export async function serveHandler(handler: Handler) {
  const server = createServer(async (incoming, outgoing) => {
    const response = await handler(toRequest(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  return { origin: `http://127.0.0.1:${await listen(server)}`, close: () => closeServer(server) };
}
