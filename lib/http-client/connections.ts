import type { Socket } from "node:net";
import { Client } from "undici";
import type { Reach } from "./addresses.ts";
import { type AnswerHead, createAnswerHead } from "./answer-head.ts";
import { connector } from "./connect.ts";
import { InvalidAnswer, Unreachable } from "./failure.ts";
import type { Trace } from "./trace.ts";

/** Long enough for a burst, too short to write into a connection that the other side is closing. */
export const keepMs = 500;
/** The client must not end what is kept here: its timers are coarse. */
const clientKeepMs = 60_000;
const maxSilent = 1000;

export type Connection = {
  client: Client;
  head: AnswerHead;
  bytesRead: () => number;
  /** Finds what an error of the client stands for: a fault of the answer, or the first error of a socket. */
  causeOf: (error: Error) => Error;
  keep: () => void;
  destroy: () => void;
  /** Destroys it and uses none of its origin a second time, until one has stayed silent again. */
  distrust: () => void;
};

type Held = {
  client: Client;
  key: string;
  trace: Trace;
  head: AnswerHead;
  sockets: Socket[];
  isReused: boolean;
  error: Error | undefined;
  stopWaiting?: () => void;
};
const idle = new Map<string, Held[]>();

/**
 * The origins of which a kept connection stayed open and silent for its whole time. No other origin’s connection carries a
 * second request: its close would look like a failure, and its late bytes like the answer.
 */
const silent = new Set<string>();

function trust(key: string) {
  silent.delete(key);
  silent.add(key);
  for (const oldest of silent) {
    if (silent.size <= maxSilent) break;
    silent.delete(oldest);
  }
}

function open(key: string, origin: string, { reach, trace }: { reach: Reach; trace: Trace }): Held {
  const sockets: Socket[] = [];
  const onSocket = (socket: Socket) => {
    sockets.push(socket);
    held.error = undefined;
    // The other side had closed the one that was kept.
    if (held.isReused) silent.delete(key);
    // The client replaces it by its own when the socket ends: a TLS alert would be lost.
    socket.on("error", (error) => {
      held.error ??= error;
    });
  };
  const client = new Client(origin, {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: clientKeepMs,
    keepAliveMaxTimeout: clientKeepMs,
    connect: connector(() => ({ reach, trace: held.trace, head: held.head, onSocket })),
  });
  const held: Held = { client, key, trace, head: createAnswerHead(), sockets, isReused: false, error: undefined };
  return held;
}

function discard({ client, sockets }: Held) {
  for (const socket of sockets) socket.destroy();
  client.destroy().catch(() => {});
}

function forget(held: Held) {
  held.stopWaiting?.();
  const left = idle.get(held.key)?.filter((one) => one !== held) ?? [];
  if (left.length > 0) idle.set(held.key, left);
  else idle.delete(held.key);
}

const isSilent = ({ head }: Held) => head.opening().length === 0;

function keep(held: Held) {
  const { key, sockets } = held;
  const socket = sockets.at(-1);
  const others = idle.get(key) ?? [];
  if (!socket || socket.destroyed || (!silent.has(key) && others.length > 0)) return discard(held);
  sockets.splice(0, sockets.length - 2);
  held.head = createAnswerHead();
  idle.set(key, [...others, held]);
  const onClose = () => {
    silent.delete(key);
    forget(held);
    discard(held);
  };
  const end = () => {
    if (isSilent(held)) trust(key);
    else silent.delete(key);
    forget(held);
    discard(held);
  };
  let immediate: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    // Bytes that came while this process was busy are read after its timers.
    immediate = setImmediate(end);
  }, keepMs).unref();
  held.stopWaiting = () => {
    clearTimeout(timer);
    clearImmediate(immediate);
    socket.off("close", onClose);
  };
  socket.once("close", onClose);
}

function takeKept(key: string): Held | undefined {
  const held = silent.has(key) ? idle.get(key)?.at(-1) : undefined;
  if (!held) return undefined;
  forget(held);
  held.isReused = true;
  if (isSilent(held)) return held;
  silent.delete(key);
  discard(held);
  return undefined;
}

/** Takes a kept connection to a URL’s origin, or makes one. A `fresh` one is not taken from those kept, nor kept. */
export function connectionTo(url: URL, options: { reach: Reach; trace: Trace; fresh?: boolean }): Connection {
  const key = `${url.origin} ${JSON.stringify(options.reach)}`;
  const kept = options.fresh ? undefined : takeKept(key);
  const held = kept ?? open(key, url.origin, options);
  held.trace = options.trace;
  held.head = createAnswerHead();
  if (kept) options.trace.path.remoteAddress = kept.sockets.at(-1)?.remoteAddress ?? null;
  const { head } = held;
  return {
    client: held.client,
    head,
    bytesRead: () => held.sockets.at(-1)?.bytesRead ?? 0,
    causeOf(error) {
      const fault = head.fault();
      if (error instanceof Unreachable) return error;
      return fault ? new InvalidAnswer(fault) : (held.error ?? error);
    },
    keep: () => (options.fresh ? discard(held) : keep(held)),
    destroy: () => discard(held),
    distrust() {
      silent.delete(key);
      discard(held);
    },
  };
}
