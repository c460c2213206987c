import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher, request } from "undici";
import type { Reach } from "./addresses.ts";
import { classify, type Failure, Unreachable } from "./failure.ts";
import { isRefusedByName, resolve } from "./resolve.ts";

export type OutgoingRequest = {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: Uint8Array;
  reach: Reach;
  /** For everything: name, connection, headers and body. */
  timeoutMs: number;
  /** How much of the response body is read and kept. */
  maxBytes: number;
  signal?: AbortSignal;
};

type Answer = { status: number; headers: Record<string, string>; body: Buffer; truncated: boolean };
/** What came of a request. An answer that was cut off carries what had arrived of it. */
export type Exchange = { durationMs: number } & (
  | ({ ok: true } & Answer)
  | ({ ok: false; failure: Failure; detail: string } & Partial<Answer>)
);

/** Dials only the addresses it has just checked: a name cannot change its answer between check and connection. */
function guardedLookup(reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    void resolve(hostname, reach).then((resolved) => {
      if ("fault" in resolved) {
        const detail = resolved.fault === "dns" ? resolved.code : (resolved.address ?? hostname);
        return callback(new Unreachable(resolved.fault, detail), []);
      }
      const [first] = resolved.addresses;
      if (options.all || !first) callback(null, resolved.addresses);
      else callback(null, first.address, first.family);
    });
  };
}

const agents = new Map<string, Agent>();

function agentFor(reach: Reach): Agent {
  const key = JSON.stringify(reach);
  const agent =
    agents.get(key) ??
    new Agent({
      allowH2: false,
      headersTimeout: 0,
      bodyTimeout: 0,
      // Long enough for a burst, too short to write into a connection that the other side is closing.
      keepAliveTimeout: 500,
      keepAliveMaxTimeout: 500,
      connect: {
        timeout: 30_000,
        autoSelectFamily: true,
        autoSelectFamilyAttemptTimeout: 2500,
        lookup: guardedLookup(reach),
      },
    });
  agents.set(key, agent);
  return agent;
}

function flatten(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

async function readBody(answer: Answer, { body, maxBytes }: { body: AsyncIterable<Uint8Array>; maxBytes: number }) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > maxBytes) {
        answer.truncated = true;
        break;
      }
    }
  } finally {
    answer.body = Buffer.concat(chunks).subarray(0, maxBytes);
  }
}

/**
 * The one way out of this process: a request that dials only what `reach` allows, never follows a
 * redirect, never decompresses, and ends within its time and its size. It never throws.
 */
export async function send(outgoing: OutgoingRequest): Promise<Exchange> {
  const { url, method, headers, body, reach, timeoutMs, maxBytes } = outgoing;
  const start = performance.now();
  const durationMs = () => Math.round(performance.now() - start);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  const signal = outgoing.signal ? AbortSignal.any([timeout.signal, outgoing.signal]) : timeout.signal;
  let answer: Answer | undefined;
  try {
    const { hostname } = new URL(url);
    if (isRefusedByName(hostname, reach)) throw new Unreachable("blocked", hostname);
    const dispatcher = agentFor(reach);
    const response = await request(url, { method, headers, body: body ?? null, dispatcher, signal });
    answer = {
      status: response.statusCode,
      headers: flatten(response.headers),
      body: Buffer.alloc(0),
      truncated: false,
    };
    await readBody(answer, { body: response.body, maxBytes });
    return { ok: true, ...answer, durationMs: durationMs() };
  } catch (error) {
    const fault = timeout.signal.aborted ? { failure: "timeout" as const, detail: "" } : classify(error);
    return { ok: false, ...fault, ...answer, durationMs: durationMs() };
  } finally {
    clearTimeout(timer);
  }
}
