import { createServer, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { listen } from "./loopback.ts";

/** The messages after which a driver waits for an answer: Sync, Query, Terminate. */
const endsTurn = new Set([..."SQX"].map((letter) => letter.charCodeAt(0)));

/** Tells whether bytes are whole messages that end a turn. The first message of a connection has no type byte. */
function isTurn(bytes: Buffer, { isFirst }: { isFirst: boolean }): boolean {
  const typeBytes = isFirst ? 0 : 1;
  let at = 0;
  let last = 0;
  while (at + typeBytes + 4 <= bytes.length) {
    last = at;
    at += typeBytes + bytes.readUInt32BE(at + typeBytes);
  }
  return bytes.length > 0 && at === bytes.length && (isFirst || endsTurn.has(bytes[last] ?? 0));
}

function serve(socket: Socket, opening: Promise<PGlite>) {
  let received: Buffer[] = [];
  let isFirst = true;
  const take = async (chunk: Buffer) => {
    received.push(chunk);
    const bytes = Buffer.concat(received);
    if (!isTurn(bytes, { isFirst })) return;
    received = [];
    isFirst = false;
    if (bytes.at(0) === "X".charCodeAt(0)) return void socket.end();
    const database = await opening;
    const answer = await database.runExclusive(() => database.execProtocolRaw(bytes));
    if (socket.writable) socket.write(answer);
  };
  socket.on("data", (chunk: Buffer) => void take(chunk));
  socket.on("error", () => socket.destroy());
}

/** Opens an embedded database to programs that bring their own driver; their connections share one session in turns. */
export async function startPostgresSocket(opening: Promise<PGlite>) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)));
    serve(socket, opening);
  });
  const port = await listen(server);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
