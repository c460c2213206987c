import type { Socket } from "node:net";
import { Client } from "undici";
import type { Reach } from "./addresses.ts";
import { connector } from "./connect.ts";
import type { Trace } from "./trace.ts";

/** Long enough for a burst, too short to write into a connection that the other side is closing. */
const keepMs = 500;

/** A connection of one exchange: no other opens, uses or times it meanwhile. */
export type Connection = {
  client: Client;
  bytesRead: () => number;
  keep: () => void;
  destroy: () => void;
};

type Held = { client: Client; trace: Trace; sockets: Socket[]; timer?: NodeJS.Timeout };
const idle = new Map<string, Held[]>();

function open(origin: string, { reach, trace }: { reach: Reach; trace: Trace }): Held {
  const sockets: Socket[] = [];
  const client = new Client(origin, {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: keepMs,
    keepAliveMaxTimeout: keepMs,
    connect: connector(() => ({ reach, trace: held.trace, onSocket: (socket) => sockets.push(socket) })),
  });
  const held: Held = { client, trace, sockets };
  return held;
}

function discard({ client, sockets }: Held) {
  for (const socket of sockets) socket.destroy();
  client.destroy().catch(() => {});
}

function forget(key: string, held: Held) {
  const left = idle.get(key)?.filter((one) => one !== held) ?? [];
  if (left.length > 0) idle.set(key, left);
  else idle.delete(key);
}

/** Takes a kept connection to a URL’s origin, or makes one. A `fresh` one is not taken from those kept, nor kept. */
export function connectionTo(url: URL, options: { reach: Reach; trace: Trace; fresh?: boolean }): Connection {
  const key = `${url.origin} ${JSON.stringify(options.reach)}`;
  const kept = options.fresh ? undefined : idle.get(key)?.pop();
  const held = kept ?? open(url.origin, options);
  held.trace = options.trace;
  clearTimeout(held.timer);
  const socket = kept?.sockets.at(-1);
  if (socket && !socket.destroyed) options.trace.path.remoteAddress = socket.remoteAddress ?? null;
  return {
    client: held.client,
    bytesRead: () => held.sockets.at(-1)?.bytesRead ?? 0,
    keep() {
      if (options.fresh) return discard(held);
      held.sockets.splice(0, held.sockets.length - 2);
      idle.set(key, [...(idle.get(key) ?? []), held]);
      held.timer = setTimeout(() => {
        forget(key, held);
        discard(held);
      }, keepMs).unref();
    },
    destroy: () => discard(held),
  };
}
