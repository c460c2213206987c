import type { Reach } from "./addresses.ts";
import { type Answer, dispatch, type Reading } from "./answer.ts";
import { type Connection, connectionTo } from "./connections.ts";
import { classify, type Failure, Unreachable } from "./failure.ts";
import { isRefusedByName } from "./resolve.ts";
import { type Path, startTrace, type Trace } from "./trace.ts";

export type OutgoingRequest = {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: Uint8Array;
  reach: Reach;
  timeoutMs: number;
  /** Bounds what is read and kept of the response body, as it came. */
  maxBytes: number;
  /** Uses a connection of its own, so that every phase happens. */
  fresh?: boolean;
  signal?: AbortSignal;
};

/** A request and its answer; one that was cut off carries the part that had arrived. */
export type Exchange = { durationMs: number; path: Path } & (
  | ({ ok: true } & Answer)
  | ({ ok: false; failure: Failure; detail: string } & Partial<Answer>)
);

/** Rejects when the signal aborts, whatever the connection is doing. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(new Error("aborted"));
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

type Running = { outgoing: OutgoingRequest; trace: Trace; signal: AbortSignal };

async function run({ outgoing, trace, signal }: Running, begun: (reading: Reading) => void): Promise<Answer> {
  const { method, headers, body, reach, maxBytes, fresh = false } = outgoing;
  const url = new URL(outgoing.url);
  if (isRefusedByName(url.hostname, reach)) throw new Unreachable("blocked", url.hostname);
  const connection: Connection = connectionTo(url, { reach, trace, fresh });
  let answer: Answer | undefined;
  try {
    const request = { path: url.pathname + url.search, method, headers, body: body ?? null };
    const reading = dispatch(request, { connection, trace, maxBytes });
    begun(reading);
    answer = await Promise.race([reading.done, abortOf(signal)]);
    return answer;
  } finally {
    if (answer && !answer.truncated) connection.keep();
    else connection.destroy();
  }
}

/**
 * Sends a request, the one way out of this process besides `modelFetch`: it dials only what `reach` allows, never follows
 * a redirect, never decompresses, is never sent twice, and ends within its time and its size. Never throws.
 */
export async function send(outgoing: OutgoingRequest): Promise<Exchange> {
  const start = performance.now();
  const trace = startTrace();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), outgoing.timeoutMs);
  const signal = outgoing.signal ? AbortSignal.any([timeout.signal, outgoing.signal]) : timeout.signal;
  let reading: Reading | undefined;
  const outcome = await run({ outgoing, trace, signal }, (begun) => {
    reading = begun;
  }).then(
    (answer) => ({ ok: true as const, ...answer }),
    (error) => {
      const fault = timeout.signal.aborted ? { failure: "timeout" as const, detail: "" } : classify(error);
      return { ok: false as const, ...fault, ...reading?.soFar() };
    },
  );
  clearTimeout(timer);
  return { ...outcome, durationMs: Math.round(performance.now() - start), path: trace.end() };
}
