import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { isOwn } from "./own-sockets.ts";
import { refuseOnSocket } from "./refuse.ts";

/** Connections that strangers hold at once. Whoever has shown a secret or a token, and this process itself, is none. */
export type VisitorLimits = { maxPerClient: number; maxInAll: number };

export type Visit = {
  client: string;
  socket: Socket;
  /** The request being sent or answered. */
  request?: IncomingMessage;
};

const busy = {
  status: 429,
  headers: { "Retry-After": "1" },
  body: { error: "too_many_connections", message: "Trop de connexions à la fois\u202f; réessayez dans un instant." },
};

const owesRequest = ({ request }: Visit) => !request?.complete;

/**
 * Counts the connections of strangers. One too many never shuts out who comes: the oldest connection that still owes its
 * request is closed in its place, so that slow and silent clients make room. Only where none owes any is the last refused.
 */
export function createVisitors({ maxPerClient, maxInAll }: VisitorLimits) {
  const all = new Set<Visit>();
  const byClient = new Map<string, Set<Visit>>();

  function remove(visit: Visit) {
    all.delete(visit);
    const others = byClient.get(visit.client);
    others?.delete(visit);
    if (others?.size === 0) byClient.delete(visit.client);
  }

  function makeRoom(visits: Set<Visit>, max: number, newcomer: Visit) {
    for (const visit of visits) {
      if (visits.size <= max) return;
      if (isOwn(visit.socket)) remove(visit);
      else if (visit !== newcomer && owesRequest(visit)) {
        remove(visit);
        visit.socket.destroy();
      }
    }
    if (visits.size <= max) return;
    remove(newcomer);
    refuseOnSocket(newcomer.socket, busy);
  }

  return {
    enter(visit: Visit): Visit {
      const others = byClient.get(visit.client) ?? new Set();
      byClient.set(visit.client, others.add(visit));
      all.add(visit);
      makeRoom(others, maxPerClient, visit);
      makeRoom(all, maxInAll, visit);
      return visit;
    },
    /** Ends a visit, or frees it of the limits. */
    remove,
    count: () => all.size,
  };
}
