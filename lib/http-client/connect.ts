import net from "node:net";
import tls from "node:tls";
import type { buildConnector } from "undici";
import type { Reach } from "./addresses.ts";
import type { AnswerHead } from "./answer-head.ts";
import { Unreachable } from "./failure.ts";
import { needsResolver, resolve } from "./resolve.ts";
import type { Trace } from "./trace.ts";

const familyAttemptMs = 2500;
const maxPieceBytes = 2048;

type Target = { hostname: string; port: number; secure: boolean };
type Dialling = {
  reach: Reach;
  trace: Trace;
  /** Reads what comes back before the parser does. */
  head: AnswerHead;
  /** Called with every socket, so that it can be destroyed before it is connected. */
  onSocket: (socket: net.Socket) => void;
};

/** undici dials again when a connection closes, which would silently send a request a second time. */
function refuseSecondDial({ path }: Trace) {
  if (path.phase === "answer" || path.phase === "body")
    throw Object.assign(new Error("closed"), { code: "ECONNRESET" });
}

async function checkedAddresses(hostname: string, { reach, trace }: Dialling) {
  if (needsResolver(hostname)) trace.enter("dns");
  const resolved = await resolve(hostname, reach);
  if ("addresses" in resolved) return resolved.addresses;
  throw new Unreachable(resolved.fault, resolved.fault === "dns" ? resolved.code : (resolved.address ?? hostname));
}

const whenReady = (socket: net.Socket, event: "connect" | "secureConnect") =>
  new Promise<void>((resolve, reject) => {
    socket.once(event, resolve).once("error", reject);
    socket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
  });

/**
 * Hands a socket's bytes over in small pieces, and none once it is destroyed: undici parses to its end what it has refused,
 * and makes an error for each header line there, which costs 50 ms for 64 KiB. Each piece passes the head of the exchange.
 */
function readInPieces(socket: net.Socket, current: () => Dialling): net.Socket {
  const read = socket.read.bind(socket);
  socket.read = (size) => {
    while (!socket.destroyed) {
      const piece = read(size ?? (socket.readableLength > maxPieceBytes ? maxPieceBytes : undefined));
      if (piece === null) return null;
      const passed = current().head.push(piece);
      if (passed.length > 0) return passed;
    }
    return null;
  };
  return socket;
}

/** Dials only the addresses it has just checked: a name cannot change its answer between check and connection. */
async function dial({ hostname, port, secure }: Target, dialling: Dialling): Promise<net.Socket> {
  const { trace, onSocket } = dialling;
  refuseSecondDial(trace);
  const addresses = await checkedAddresses(hostname, dialling);
  trace.path.addresses = addresses.map(({ address }) => address);
  trace.enter("connect");
  const socket = net.connect({
    host: hostname,
    port,
    noDelay: true,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: familyAttemptMs,
    lookup: (_hostname, { all }, callback) => {
      const [first] = addresses;
      if (all || !first) callback(null, addresses);
      else callback(null, first.address, first.family);
    },
  });
  onSocket(socket);
  await whenReady(socket, "connect");
  trace.path.remoteAddress = socket.remoteAddress ?? null;
  if (!secure) return socket;
  trace.enter("tls");
  const servername = net.isIP(hostname) ? undefined : hostname.replace(/\.$/, "");
  const encrypted = tls.connect({
    socket,
    host: hostname,
    ...(servername && { servername }),
    ALPNProtocols: ["http/1.1"],
    // Explicit, or NODE_TLS_REJECT_UNAUTHORIZED=0 would switch it off.
    rejectUnauthorized: true,
  });
  onSocket(encrypted);
  await whenReady(encrypted, "secureConnect");
  trace.path.tlsVersion = encrypted.getProtocol();
  return encrypted;
}

export function connector(current: () => Dialling): buildConnector.connector {
  return ({ hostname, protocol, port }, callback) => {
    const secure = protocol === "https:";
    const target = { hostname, port: Number(port || (secure ? 443 : 80)), secure };
    dial(target, current()).then(
      (socket) => callback(null, readInPieces(socket, current)),
      (error) => callback(error, null),
    );
  };
}
