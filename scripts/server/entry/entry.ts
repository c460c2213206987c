// What stands before Next: every connection and request is bounded here, and decided from its headers alone.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { guard, isOpen, showsToken } from "../../../lib/door.ts";
import { env } from "../../../lib/env.ts";
import { logger } from "../../../lib/logger.ts";
import { isTrusted, readClient, toClient } from "./address.ts";
import { createBodies } from "./bodies.ts";
import { describeBroken } from "./broken.ts";
import { closeGently } from "./close-gently.ts";
import { closeUnlessRead, continueWhenRead, hasBody, hasLeft, toHeaders } from "./exchange.ts";
import { defaultLimits, type EntryLimits } from "./limits.ts";
import { isOwn } from "./own-sockets.ts";
import { type Refusal, refuse, refuseOnSocket } from "./refuse.ts";
import { refuseRouterState } from "./router-state.ts";
import { readTarget } from "./target.ts";
import { createVisitors, type Visit } from "./visitors.ts";

export type EntryOptions = {
  handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** The methods of a path, where they are known. */
  methodsOf: (pathname: string) => string[] | undefined;
  /** Paths whose `Upgrade` is honoured; elsewhere it is an ordinary request. */
  upgrades?: RegExp;
  /** Judges a webhook by its headers: a refusal, or whether its sender is known by a secret. */
  checkBeforeBody?: (headers: Headers) => Promise<Response | { trusted: boolean }>;
  limits?: Partial<EntryLimits>;
};

type Connection = { pending: number; response?: ServerResponse; visit?: Visit; trusted?: boolean };
type Exchange = { request: IncomingMessage; response: ServerResponse; expectsContinue: boolean };
type Admitted = { trusted: boolean; pathname: string; headers: Headers };

const knownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const receiver = /^\/api\/webhooks\/book-completion\/?$/;

const refuseMethod = (allowed: string[]): Refusal => ({
  status: 405,
  headers: { Allow: allowed.join(", ") },
  body: {
    error: "method_not_allowed",
    message: `Méthode non prise en charge\u202f; acceptées\u202f: ${allowed.join(", ")}.`,
  },
});

const tooPatient: Refusal = {
  status: 417,
  body: { error: "expectation_failed", message: "Seule l’attente 100-continue est comprise (Expect)." },
};

/**
 * Makes the server of all pages and routes. It honours no `Upgrade` but those of `upgrades`, answers and closes what is no
 * ordinary request, decides from the headers before a body is read (`405`, then the door), and bounds times and bytes; in
 * production also the connections of strangers.
 */
export function createEntry({ handle, methodsOf, upgrades, checkBeforeBody, limits: own }: EntryOptions): Server {
  const limits = { ...defaultLimits, ...own };
  const trusted = env().TRUSTED_PROXIES;
  const visitors = env().ENVIRONMENT === "production" ? createVisitors(limits) : undefined;
  const bodies = createBodies(limits);
  const connections = new WeakMap<object, Connection>();
  const connectionOf = (socket: object): Connection => {
    const known = connections.get(socket) ?? { pending: 0 };
    connections.set(socket, known);
    return known;
  };

  function decide(request: IncomingMessage): Refusal | Admitted {
    const target = readTarget(request);
    if ("status" in target) return target;
    const { pathname } = target;
    const method = request.method ?? "";
    const allowed = methodsOf(pathname) ?? knownMethods;
    if (!allowed.includes(method)) return refuseMethod(allowed);
    const headers = toHeaders(request);
    const refusal = isOpen(pathname) ? undefined : guard({ method, pathname, headers });
    return refusal ?? refuseRouterState(request) ?? { trusted: showsToken(headers, pathname), pathname, headers };
  }

  /** Waits for a stranger's whole body before anything behind works for it, unless its headers are enough to refuse it. */
  async function receiveBody({ request, response, expectsContinue }: Exchange, { pathname, headers }: Admitted) {
    const verdict = checkBeforeBody && receiver.test(pathname) ? await checkBeforeBody(headers) : { trusted: false };
    if (response.closed) return;
    if (verdict instanceof Response) return refuse(response, { status: verdict.status, body: await verdict.text() });
    if (expectsContinue) response.writeContinue();
    if (verdict.trusted) return handle(request, response);
    const letGo = bodies.hold(request, () => handle(request, response));
    response.once("close", () => {
      letGo();
      if (hasLeft(request)) logger.warn(`❌ ${pathname} : la connexion a été coupée avant la fin du corps.`);
    });
  }

  const server = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersTimeoutMs / 10),
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    maxHeaderSize: limits.maxHeaderBytes,
    requireHostHeader: false,
    shouldUpgradeCallback: (request) => Boolean(upgrades?.test(request.url ?? "")) && "trusted" in decide(request),
  });
  server.timeout = limits.stalledTimeoutMs;
  server.maxHeadersCount = 0;

  function enter(request: IncomingMessage, response: ServerResponse) {
    const connection = connectionOf(request.socket);
    const client = readClient(request, trusted);
    const visit = client?.proxied ? visitors?.enter({ client: client.name, socket: request.socket }) : connection.visit;
    if (visit) visit.request = request;
    connection.response = response;
    connection.pending += 1;
    response.once("close", () => {
      connection.pending -= 1;
      if (visit?.request === request) delete visit.request;
      if (client?.proxied && visit) visitors?.remove(visit);
    });
    // A connection that waits for our answer is not stalled; one that takes none of it is.
    response.on("timeout", (socket: Socket) => socket.writableLength > 0 && socket.destroy());
    return { visit, crowded: connection.pending > limits.maxPipelined };
  }

  /** A proxy's connection carries others, too. */
  function trust(connection: Connection, visit: Visit | undefined) {
    if (!visit) return;
    visitors?.remove(visit);
    if (visit === connection.visit) connection.trusted = true;
  }

  function admit({ request, response, expectsContinue }: Exchange) {
    closeGently(request);
    const { visit, crowded } = enter(request, response);
    if (crowded) return request.socket.destroy();
    // Refused as one too many.
    if (!request.socket.writable) return;
    closeUnlessRead(request, response);
    const decision = decide(request);
    if ("status" in decision) {
      if (decision.status === 400) response.shouldKeepAlive = false;
      return refuse(response, decision);
    }
    const connection = connectionOf(request.socket);
    const trusted = decision.trusted || connection.trusted === true;
    if (trusted && visit) visitors?.remove(visit);
    const isWebhook = receiver.test(decision.pathname) && request.method === "POST";
    if (isWebhook) response.once("finish", () => response.statusCode < 300 && trust(connection, visit));
    if (hasBody(request) && !trusted && !isOwn(request.socket))
      return receiveBody({ request, response, expectsContinue }, decision);
    if (expectsContinue) continueWhenRead(request, response);
    handle(request, response);
  }

  server.on("connection", (socket) => {
    if (!visitors || isTrusted(socket.remoteAddress, trusted)) return;
    const visit = visitors.enter({ client: toClient(socket.remoteAddress), socket });
    connectionOf(socket).visit = visit;
    socket.once("close", () => visitors.remove(visit));
  });
  server.on("request", (request, response) => admit({ request, response, expectsContinue: false }));
  server.on("checkContinue", (request, response) => admit({ request, response, expectsContinue: true }));
  server.on("checkExpectation", (request, response) => {
    closeGently(request);
    response.shouldKeepAlive = false;
    refuse(response, tooPatient);
  });
  server.on("connect", (_request, socket) => refuseOnSocket(socket, refuseMethod(knownMethods)));
  server.on("upgrade", (_request, socket: Socket) => socket.setTimeout(0));
  server.on("clientError", (error, socket) => {
    const { pending, response } = connectionOf(socket);
    if (pending > 1 || (pending === 1 && response?.headersSent)) socket.destroy();
    else refuseOnSocket(socket, describeBroken(error));
  });
  return server;
}
