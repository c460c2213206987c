import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";

const patienceMs = 1000;
const spareBytes = 4 * 1024 * 1024;

/**
 * Lets a client read an answer given before the end of its request, such as a 413. Node would destroy the
 * socket with bytes still arriving: the system then resets the connection, and a client that was writing
 * often never sees the answer. So the server's half is closed at once, at most 4 MiB more are thrown
 * away, and after a second the socket is destroyed. Call it for each request.
 */
export function closeGently(request: IncomingMessage) {
  const { socket } = request;
  const destroySoon = () => Socket.prototype.destroySoon.call(socket);
  socket.destroySoon = () => {
    if (request.complete) return destroySoon();
    const last = socket.bytesRead + spareBytes;
    socket.end();
    request.on("data", () => socket.bytesRead > last && request.pause());
    request.on("end", destroySoon);
    setTimeout(() => socket.destroy(), patienceMs).unref();
  };
}
