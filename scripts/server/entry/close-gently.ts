import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";

const closeTimeoutMs = 1000;
const maxDiscardedBytes = 4 * 1024 * 1024;

/**
 * Lets a client read an answer given before the end of its request, such as a 413. Node would destroy the socket while
 * bytes arrive: the system then resets the connection, and a client that is still writing often misses the answer. This
 * closes the server's half at once, discards at most 4 MiB more and destroys the socket after a second. Call it for each
 * request.
 */
export function closeGently(request: IncomingMessage) {
  const { socket } = request;
  const destroySoon = () => Socket.prototype.destroySoon.call(socket);
  socket.destroySoon = () => {
    if (request.complete) return destroySoon();
    const last = socket.bytesRead + maxDiscardedBytes;
    socket.end();
    request.on("data", () => socket.bytesRead > last && request.pause());
    request.on("end", destroySoon);
    setTimeout(() => socket.destroy(), closeTimeoutMs).unref();
  };
}
