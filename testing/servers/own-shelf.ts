import { createServer, type IncomingMessage } from "node:http";
import { receive } from "#lib/library/receive.ts";
import { closeServer, listen, readBody } from "./loopback.ts";

export type OwnShelf = { url: string; port: number; close: () => Promise<void> };

const toRequest = async (incoming: IncomingMessage, url: string) =>
  new Request(url, {
    method: "POST",
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: new Uint8Array(await readBody(incoming)),
  });

/** Receives webhooks into the library of the test's own database, as the app does. */
export async function startOwnShelf(): Promise<OwnShelf> {
  const server = createServer(async (incoming, response) => {
    const answer = await receive(await toRequest(incoming, url));
    response.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
  });
  const port = await listen(server, { host: "127.0.0.1" });
  const url = `http://127.0.0.1:${port}/api/webhooks/book-completion`;
  return { url, port, close: () => closeServer(server) };
}
