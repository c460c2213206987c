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
const smallBytes = 1024 * 1024;
const shareOfLarge = 0.75;

const cutOff = {
  status: 503,
  headers: { "Retry-After": "1" },
  body: { error: "unavailable", message: "Trop d’envois arrivent à la fois\u202f; réessayez dans un instant." },
};

/**
 * Bounds the bytes of request bodies that are held at once until they are answered. Over the bound all but one upload
 * wait unread, and go on, the smallest first; those that stay silent while others wait are cut off, the largest first.
 */
export function createBodies(maxHeldBytes: number) {
  const uploads = new Set<Upload>();
  let held = 0;
  let timer: NodeJS.Timeout | undefined;

  const running = () => [...uploads].filter(({ resume, cut }) => !resume && !cut);
  const waiting = () => [...uploads].filter(({ resume, cut }) => resume && !cut);
  const announced = ({ request }: Upload) => Number(request.headers["content-length"] ?? Number.MAX_VALUE);
  const large = maxHeldBytes * shareOfLarge;
  /** A quarter is for small bodies: most books are, and none waits for those who send large ones. */
  const isSmall = (upload: Upload) => announced(upload) <= smallBytes;
  const roomFor = (upload: Upload) => (isSmall(upload) ? maxHeldBytes : large);

  function drop(upload: Upload) {
    if (uploads.delete(upload)) held -= upload.bytes;
    regulate();
  }

  const isSilent = ({ request, lastAt }: Upload) => !request.complete && performance.now() - lastAt >= silentMs;

  /** Large bodies that wait keep what they hold, until a small one needs it. */
  function makeRoom() {
    const isNeeded = waiting().some(isSmall);
    const idle = [...running(), ...(isNeeded ? waiting().filter((upload) => !isSmall(upload)) : [])].filter(isSilent);
    let kept = held;
    for (const upload of idle.toSorted((one, other) => other.bytes - one.bytes)) {
      if (kept <= large) return;
      upload.cut = true;
      kept -= upload.bytes;
      refuseOnSocket(upload.request.socket, cutOff, lingerMs);
    }
  }

  function resumeWaiting() {
    let expected = held;
    let isFirst = running().length === 0;
    for (const upload of waiting().toSorted((one, other) => announced(one) - announced(other))) {
      expected += pieceBytes;
      if (expected > roomFor(upload) && !isFirst) return;
      isFirst = false;
      const { resume } = upload;
      upload.resume = undefined;
      upload.lastAt = performance.now();
      resume?.();
    }
  }

  function regulate() {
    if (waiting().length > 0) makeRoom();
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
      if (held <= roomFor(upload) || running().every((one) => one === upload)) return more;
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
