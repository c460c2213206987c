import type { Dispatcher } from "undici";
import type { Connection } from "./connections.ts";
import type { Trace } from "./trace.ts";

export type Answer = { status: number; headers: Record<string, string>; body: Buffer; truncated: boolean };

/** Room for headers, framing and everything else that is not the body, in bytes. */
const overhead = 1024 * 1024;
const mostInformational = 32;
const watchMs = 100;

/** What a receiver sends that no exchange can be made of. */
export class Nonsense extends Error {
  override name = "Nonsense";
  readonly code = "HPE_NONSENSE";
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  return Object.fromEntries(entries);
}

/** Bytes up to a limit, copied: a slice of one byte would keep the whole packet it came in. */
function boundedBody(limit: number) {
  let kept = Buffer.alloc(0);
  let size = 0;
  return {
    /** @returns whether it was too much */
    push(chunk: Buffer): boolean {
      const wanted = Math.min(size + chunk.length, limit);
      if (wanted > kept.length) {
        const grown = Buffer.alloc(Math.min(Math.max(wanted, 2 * kept.length), limit));
        kept.copy(grown, 0, 0, size);
        kept = grown;
      }
      chunk.copy(kept, size, 0, wanted - size);
      const tooMuch = size + chunk.length > limit;
      size = wanted;
      return tooMuch;
    },
    bytes: () => kept.subarray(0, size),
  };
}

export type Reading = {
  /** Ends when the answer is complete, or has passed its limit. */
  done: Promise<Answer>;
  /** What has arrived of it so far. */
  soFar: () => Answer | undefined;
};

type Options = { connection: Connection; trace: Trace; maxBytes: number };

/** Sends a request over a connection and reads the answer, as bytes and never decompressed. */
export function ask(request: Dispatcher.DispatchOptions, { connection, trace, maxBytes }: Options): Reading {
  const body = boundedBody(maxBytes);
  let head: Omit<Answer, "body"> | undefined;
  let watch: NodeJS.Timeout | undefined;
  const soFar = () => head && { ...head, body: body.bytes() };
  const done = new Promise<Answer>((resolve, reject) => {
    const finish = () => {
      const answer = soFar();
      if (answer) resolve(answer);
    };
    let informational = 0;
    let answered = false;
    connection.client.dispatch(request, {
      onRequestStart(controller) {
        trace.enter("answer");
        const before = connection.bytesRead();
        watch = setInterval(() => {
          if (connection.bytesRead() - before > maxBytes + overhead) controller.abort(new Nonsense("trop d’octets"));
        }, watchMs);
      },
      onResponseStarted() {
        if (!answered) trace.enter("body");
        answered = true;
      },
      onResponseStart(controller, status, headers) {
        if (status >= 200) head = { status, headers: flatten(headers), truncated: false };
        else if (++informational > mostInformational) controller.abort(new Nonsense("réponses 1xx sans fin"));
      },
      onResponseData(_controller, chunk) {
        if (!head || head.truncated) return;
        head.truncated = body.push(chunk);
        if (head.truncated) finish();
      },
      onResponseEnd: finish,
      onResponseError: (_controller, error) => reject(error),
    });
  }).finally(() => clearInterval(watch));
  return { done, soFar };
}
