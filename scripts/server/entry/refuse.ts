import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorBody } from "../../../lib/contract/error.ts";

export type Refusal = { status: number; body: ErrorBody | string; headers?: Record<string, string> };

const usualLingerMs = 1000;

/** What is said before Next is shown by no page, and kept by nobody. */
const always = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
};

function toMessage({ status, body, headers }: Refusal) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  const all = { "Content-Type": "application/json", ...always, ...headers, "Content-Length": length };
  return { status, text, headers: all };
}

export function refuse(response: ServerResponse, refusal: Refusal) {
  const { status, text, headers } = toMessage(refusal);
  response.writeHead(status, headers).end(text);
}

/** Answers where there is no response to write to, and closes the connection, whether the client reads the answer or not. */
export function refuseOnSocket(socket: Duplex, refusal: Refusal, lingerMs = usualLingerMs) {
  const { status, text, headers } = toMessage(refusal);
  const lines = Object.entries({ ...headers, Connection: "close" }).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${text}`);
  socket.on("error", () => {});
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
