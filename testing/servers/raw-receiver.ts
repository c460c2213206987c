import { createServer, type Socket } from "node:net";
import { listen } from "./loopback.ts";

/** Answers a small request, that came in one piece; `count` is its number on this connection. */
export type RawAnswer = (socket: Socket, count: number) => unknown;

/** A receiver that speaks bytes, for answers that no HTTP server would give. */
export async function startRawReceiver(answer: RawAnswer) {
  let behaviour = answer;
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let count = 0;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
    socket.on("data", (data) => {
      requests.push(data.toString());
      void behaviour(socket, ++count);
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    behave: (replacement: RawAnswer) => {
      behaviour = replacement;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
