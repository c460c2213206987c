// Besieges a port of this machine until it is killed: `slow` clients that drip their headers, and `uploads` of strangers
// that stop before their last byte. Who is closed comes back.
import net from "node:net";

const [port = 0, slow = 0, uploads = 0] = process.argv.slice(2).map(Number);
const dripEveryMs = 500;
const backAfterMs = 1000;
const bytes = 10 * 1024 * 1024;
const piece = Buffer.alloc(64 * 1024, " ");
/** As a signature is written, so that only the whole body tells that it is none. */
const signature = `v1,${Buffer.alloc(32).toString("base64")}`;

const stranger = () => {
  const now = Math.floor(Date.now() / 1000);
  const proof = `webhook-id: siege\r\nwebhook-timestamp: ${now}\r\nwebhook-signature: ${signature}`;
  return `POST /api/webhooks/book-completion HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${proof}\r\nContent-Length: ${bytes}\r\n\r\n`;
};

function come(begin: (socket: net.Socket) => void) {
  const socket = net.connect(port, "127.0.0.1", () => begin(socket));
  socket.on("error", () => {});
  socket.on("data", () => {});
  socket.on("close", () => setTimeout(come, backAfterMs, begin));
}

function drip(socket: net.Socket) {
  socket.write("GET / HTTP/1.1\r\nHost: x\r\nX: ");
  const timer = setInterval(() => socket.write("a"), dripEveryMs);
  socket.once("close", () => clearInterval(timer));
}

function upload(socket: net.Socket) {
  socket.write(stranger());
  let left = bytes - 1;
  const go = () => {
    while (left > 0) {
      const next = piece.subarray(0, Math.min(piece.length, left));
      left -= next.length;
      if (!socket.write(next)) return;
    }
  };
  socket.on("drain", go);
  go();
}

for (let nth = 0; nth < slow; nth++) come(drip);
for (let nth = 0; nth < uploads; nth++) come(upload);
