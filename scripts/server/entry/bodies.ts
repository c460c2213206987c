import type { IncomingMessage } from "node:http";
import { createByteRate } from "./byte-rate.ts";
import { type HeldBody, holdBody } from "./hold-body.ts";
import type { EntryLimits } from "./limits.ts";
import { refuseOnSocket } from "./refuse.ts";

type Upload = {
  request: IncomingMessage;
  bytes: number;
  lastAt: number;
  body?: HeldBody;
  cut?: true;
};

const silentMs = 250;
const checkEveryMs = 10;
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

type Limits = Pick<EntryLimits, "maxHeldBodyBytes" | "maxBodyBytes" | "maxBodyBytesPerSecond">;

/**
 * Holds the bodies of strangers until they are whole, and bounds their bytes, in a second and in all until they are
 * answered. Beyond, uploads wait unread, and go on, the smallest first; those that stay silent while others wait for room
 * are cut off, the largest first.
 */
export function createBodies({ maxHeldBodyBytes, maxBodyBytes, maxBodyBytesPerSecond }: Limits) {
  const uploads = new Set<Upload>();
  /** None of those who send little waits for those who send much. */
  const rates = { small: createByteRate(maxBodyBytesPerSecond), large: createByteRate(maxBodyBytesPerSecond / 2) };
  let held = 0;
  let timer: NodeJS.Timeout | undefined;

  const running = () => [...uploads].filter(({ body, cut }) => !body?.waits() && !cut);
  const waiting = () => [...uploads].filter(({ body, cut }) => body?.waits() && !cut);
  const announced = ({ request }: Upload) => Number(request.headers["content-length"] ?? Number.MAX_VALUE);
  const isSmall = (upload: Upload) => announced(upload) <= smallBytes;
  const rateOf = (upload: Upload) => rates[isSmall(upload) ? "small" : "large"];
  const roomForLarge = maxHeldBodyBytes * shareOfLarge;
  /** A quarter is for small bodies: most books are. */
  const roomFor = (upload: Upload) => (isSmall(upload) ? maxHeldBodyBytes : roomForLarge);

  const isSilent = ({ request, lastAt }: Upload) => !request.complete && performance.now() - lastAt >= silentMs;
  const lacksRoom = (upload: Upload) => held + pieceBytes > roomFor(upload);

  /** Large bodies that wait keep what they hold, until a small one needs it. */
  function makeRoom() {
    const pressed = waiting().filter(lacksRoom);
    if (pressed.length === 0) return;
    const yielding = pressed.some(isSmall) ? waiting().filter((upload) => !isSmall(upload)) : [];
    let kept = held;
    for (const upload of [...running(), ...yielding]
      .filter(isSilent)
      .toSorted((one, other) => other.bytes - one.bytes)) {
      if (kept <= roomForLarge) return;
      upload.cut = true;
      kept -= upload.bytes;
      refuseOnSocket(upload.request.socket, cutOff, lingerMs);
    }
  }

  function resumeWaiting() {
    let expected = held;
    let isFirst = running().length === 0;
    const left = new Map(Object.values(rates).map((rate) => [rate, rate.left()]));
    for (const upload of waiting().toSorted((one, other) => announced(one) - announced(other))) {
      const rate = rateOf(upload);
      const allowed = left.get(rate) ?? 0;
      if (allowed <= 0) continue;
      expected += pieceBytes;
      if (expected > roomFor(upload) && !isFirst) return;
      left.set(rate, allowed - pieceBytes);
      isFirst = false;
      upload.lastAt = performance.now();
      upload.body?.readOn();
    }
  }

  function regulate() {
    timer = undefined;
    makeRoom();
    resumeWaiting();
    if (waiting().length > 0) regulateSoon();
  }

  function regulateSoon() {
    // Bytes that came while the event loop was busy are read between a timer and an immediate: nobody is silent by our fault.
    timer ??= setTimeout(() => setImmediate(regulate), checkEveryMs).unref();
  }

  function mayReadOn(upload: Upload): boolean {
    if (rateOf(upload).left() <= 0) return false;
    return held <= roomFor(upload) || running().every((one) => one === upload);
  }

  /**
   * Holds the body of a request. A body that is larger than any may be is given up as it is, for its route to refuse.
   * @param onWhole called once, unless the client leaves or is cut off first
   * @returns a function to call once the request is answered
   */
  function hold(request: IncomingMessage, onWhole: () => void): () => void {
    const upload: Upload = { request, bytes: request.readableLength, lastAt: performance.now() };
    const onPiece = (bytes: number) => {
      if (upload.cut || !uploads.has(upload)) return false;
      upload.bytes += bytes;
      upload.lastAt = performance.now();
      held += bytes;
      rateOf(upload).take(bytes);
      if (upload.bytes > maxBodyBytes) upload.body?.giveUp();
      const mayGoOn = mayReadOn(upload);
      if (!mayGoOn) regulateSoon();
      return mayGoOn;
    };
    uploads.add(upload);
    held += upload.bytes;
    upload.body = holdBody(request, { onPiece, onWhole });
    return () => {
      if (!uploads.delete(upload)) return;
      held -= upload.bytes;
      if (waiting().length > 0) regulateNow();
    };
  }

  function regulateNow() {
    clearTimeout(timer);
    regulate();
  }

  return { hold, held: () => held };
}
