import net from "node:net";
import tls from "node:tls";
import type { buildConnector } from "undici";
import type { Reach } from "./addresses.ts";
import { Unreachable } from "./failure.ts";
import { isAsked, resolve } from "./resolve.ts";
import type { Trace } from "./trace.ts";

const familyAttemptMs = 2500;

type Target = { hostname: string; port: number; secure: boolean };
type Dialling = {
  reach: Reach;
  trace: Trace;
  /** Told of every socket, so that it can be destroyed before it is connected. */
  hold: (socket: net.Socket) => void;
};

/** undici dials again when a connection closes: for a request that has left, that would be a second one nobody sees. */
function refuseSecond({ path }: Trace) {
  if (path.phase === "answer" || path.phase === "body")
    throw Object.assign(new Error("closed"), { code: "ECONNRESET" });
}

async function checkedAddresses(hostname: string, { reach, trace }: Dialling) {
  if (isAsked(hostname)) trace.enter("dns");
  const resolved = await resolve(hostname, reach);
  if ("addresses" in resolved) return resolved.addresses;
  throw new Unreachable(resolved.fault, resolved.fault === "dns" ? resolved.code : (resolved.address ?? hostname));
}

const ready = (socket: net.Socket, event: "connect" | "secureConnect") =>
  new Promise<void>((resolve, reject) => {
    socket.once(event, resolve).once("error", reject);
    socket.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
  });

/** Dials only the addresses it has just checked: a name cannot change its answer between check and connection. */
async function dial({ hostname, port, secure }: Target, dialling: Dialling): Promise<net.Socket> {
  const { trace, hold } = dialling;
  refuseSecond(trace);
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
  hold(socket);
  await ready(socket, "connect");
  trace.path.remoteAddress = socket.remoteAddress ?? null;
  if (!secure) return socket;
  trace.enter("tls");
  const servername = net.isIP(hostname) ? undefined : hostname.replace(/\.$/, "");
  const encrypted = tls.connect({
    socket,
    host: hostname,
    ...(servername && { servername }),
    ALPNProtocols: ["http/1.1"],
    // Said, or NODE_TLS_REJECT_UNAUTHORIZED=0 would switch it off in silence.
    rejectUnauthorized: true,
  });
  hold(encrypted);
  await ready(encrypted, "secureConnect");
  trace.path.tlsVersion = encrypted.getProtocol();
  return encrypted;
}

/** undici's connector: every step of it is on the trace that `current` answers. */
export function connector(current: () => Dialling): buildConnector.connector {
  return ({ hostname, protocol, port }, callback) => {
    const secure = protocol === "https:";
    const target = { hostname, port: Number(port || (secure ? 443 : 80)), secure };
    dial(target, current()).then(
      (socket) => callback(null, socket),
      (error) => callback(error, null),
    );
  };
}
