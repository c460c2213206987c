import type { IncomingMessage } from "node:http";
import { refuseOnSocket } from "./refuse.ts";

type Upload = {
  request: IncomingMessage;
  bytes: number;
  lastAt: number;
  /** Reads on, where it waits. */
  resume?: (() => void) | undefined;
  cut?: true;
};

const silentMs = 250;
const checkEveryMs = 50;
const lingerMs = 100;
/** What one read of a socket may bring. */
const pieceBytes = 64 * 1024;

const cutOff = {
  status: 503,
  headers: { "Retry-After": "1" },
  body: { error: "unavailable", message: "Trop d’envois arrivent à la fois\u202f; réessayez dans un instant." },
};

/**
 * Bounds the bytes of request bodies that are held at once until they are answered. Over the bound all but one upload
 * wait unread, and go on in the order of what they lack; those that stay silent while others wait are cut off, the largest
 * first.
 */
export function createBodies(maxHeldBytes: number) {
  const uploads = new Set<Upload>();
  let held = 0;
  let timer: NodeJS.Timeout | undefined;

  const running = () => [...uploads].filter(({ resume, cut }) => !resume && !cut);
  const waiting = () => [...uploads].filter(({ resume, cut }) => resume && !cut);
  /** Bytes to come, as announced; most where nothing is. */
  const left = ({ request, bytes }: Upload) => Number(request.headers["content-length"] ?? Number.MAX_VALUE) - bytes;

  function drop(upload: Upload) {
    if (uploads.delete(upload)) held -= upload.bytes;
    regulate();
  }

  function cutSilent() {
    let kept = held;
    for (const upload of running().toSorted((one, other) => other.bytes - one.bytes)) {
      if (kept <= maxHeldBytes) return;
      const { request, lastAt, bytes } = upload;
      if (request.complete || performance.now() - lastAt < silentMs) continue;
      upload.cut = true;
      kept -= bytes;
      refuseOnSocket(request.socket, cutOff, lingerMs);
    }
  }

  function resumeWaiting() {
    const pieces = Math.floor((maxHeldBytes - held) / pieceBytes);
    const least = running().length === 0 ? 1 : 0;
    const chosen = waiting().toSorted((one, other) => left(one) - left(other));
    for (const upload of chosen.slice(0, Math.max(pieces, least))) {
      const { resume } = upload;
      upload.resume = undefined;
      upload.lastAt = performance.now();
      resume?.();
    }
  }

  function regulate() {
    if (waiting().length > 0) cutSilent();
    resumeWaiting();
    // Bytes that came while the event loop was busy are read between a timer and an immediate: nobody is silent by our fault.
    if (waiting().length > 0 && !timer) timer = setTimeout(() => setImmediate(regulateAgain), checkEveryMs).unref();
  }

  function regulateAgain() {
    timer = undefined;
    regulate();
  }

  /** Watches the body of a request. @returns a function to call once the request is answered */
  function watch(request: IncomingMessage): () => void {
    const upload: Upload = { request, bytes: 0, lastAt: performance.now() };
    const push = request.push.bind(request);
    const read = request._read.bind(request);
    uploads.add(upload);
    request.push = (chunk, encoding) => {
      const more = push(chunk, encoding);
      if (chunk === null || !uploads.has(upload)) return more;
      upload.bytes += chunk.length;
      upload.lastAt = performance.now();
      held += chunk.length;
      if (held <= maxHeldBytes || running().every((one) => one === upload)) return more;
      upload.resume ??= () => {};
      regulate();
      return !upload.resume && more;
    };
    request._read = (size) => {
      if (upload.resume) upload.resume = () => read(size);
      else read(size);
    };
    return () => drop(upload);
  }
  return { watch, held: () => held };
}
