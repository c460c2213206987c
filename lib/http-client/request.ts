import type { Reach } from "./addresses.ts";
import { type Answer, type Beginning, dispatch, type Reading } from "./answer.ts";
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
  /** Called before the request leaves a second time; it does not if this rejects. */
  beforeSecond?: () => Promise<void>;
  signal?: AbortSignal;
};

export type Exchange = { durationMs: number; path: Path } & (
  | ({ ok: true } & Answer)
  | ({ ok: false; failure: Failure; detail: string } & Beginning)
);

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(new Error("aborted"));
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

type Running = { outgoing: OutgoingRequest; trace: Trace; signal: AbortSignal; begun: (reading: Reading) => void };

/** Tells that a kept connection was closed before a byte of answer: whoever closed it may not have seen the request. */
const wasClosedUnanswered = (error: unknown, { path }: Trace) =>
  path.phase === "answer" && path.timings.connectMs === null && classify(error).failure === "reset";

async function exchange(connection: Connection, { outgoing, trace, signal, begun }: Running): Promise<Answer> {
  const { method, headers, body, maxBytes } = outgoing;
  const url = new URL(outgoing.url);
  const request = { path: url.pathname + url.search, method, headers, body: body ?? null };
  const reading = dispatch(request, { connection, trace, maxBytes });
  begun(reading);
  return Promise.race([reading.done, abortOf(signal)]);
}

function release(connection: Connection, answer?: Answer) {
  if (answer && !answer.truncated) connection.keep();
  else connection.destroy();
}

async function run(running: Running): Promise<Answer> {
  const { outgoing, trace, signal } = running;
  const { reach, fresh = false, beforeSecond } = outgoing;
  const url = new URL(outgoing.url);
  if (isRefusedByName(url.hostname, reach)) throw new Unreachable("blocked", url.hostname);
  const connection = connectionTo(url, { reach, trace, fresh });
  let answer: Answer | undefined;
  try {
    answer = await exchange(connection, running);
    return answer;
  } catch (error) {
    if (signal.aborted || !wasClosedUnanswered(error, trace)) throw error;
    connection.distrust();
    await Promise.race([beforeSecond?.(), abortOf(signal)]).catch(() => Promise.reject(error));
  } finally {
    release(connection, answer);
  }
  trace.restart();
  const second = connectionTo(url, { reach, trace, fresh: true });
  try {
    return await exchange(second, running);
  } finally {
    second.destroy();
  }
}

/**
 * Sends a request, the one way out of this process besides `modelFetch`: it dials only what `reach` allows, never follows
 * a redirect, never decompresses, and ends within its time and its size. It leaves a second time only if a kept connection
 * was closed before a byte of answer, on a connection of its own. Never throws.
 */
export async function send(outgoing: OutgoingRequest): Promise<Exchange> {
  const start = performance.now();
  const trace = startTrace();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), outgoing.timeoutMs);
  const signal = outgoing.signal ? AbortSignal.any([timeout.signal, outgoing.signal]) : timeout.signal;
  let reading: Reading | undefined;
  const begun = (one: Reading) => {
    reading = one;
  };
  const outcome = await run({ outgoing, trace, signal, begun }).then(
    (answer) => ({ ok: true as const, ...answer }),
    (error) => {
      const fault = timeout.signal.aborted ? { failure: "timeout" as const, detail: "" } : classify(error);
      return { ok: false as const, ...fault, ...reading?.soFar() };
    },
  );
  clearTimeout(timer);
  return { ...outcome, durationMs: Math.round(performance.now() - start), path: trace.end() };
}
