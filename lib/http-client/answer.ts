import { isUtf8 } from "node:buffer";
import type { Dispatcher } from "undici";
import type { Connection } from "./connections.ts";
import { InvalidAnswer } from "./failure.ts";
import type { Trace } from "./trace.ts";

export type Answer = { status: number; headers: Record<string, string>; body: Buffer; truncated: boolean };

/** Allowed for headers and framing, besides the body. */
const maxOverheadBytes = 1024 * 1024;
const maxInformational = 32;
const checkEveryMs = 100;

/** Reads a header value, given as its bytes, as UTF-8 when it is; RFC 9110 leaves open what bytes beyond ASCII mean. */
function readValue(latin1: string): string {
  const bytes = Buffer.from(latin1, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : latin1;
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, readValue(Array.isArray(value) ? value.join(", ") : value)]],
  );
  return Object.fromEntries(entries);
}

/** Collects bytes up to a limit, copied: a slice of one byte would keep the whole packet it came in. */
function createBody(maxBytes: number) {
  let kept = Buffer.alloc(0);
  let size = 0;
  return {
    /** @returns true once there are too many */
    push(chunk: Buffer): boolean {
      const wanted = Math.min(size + chunk.length, maxBytes);
      if (wanted > kept.length) {
        const grown = Buffer.alloc(Math.min(Math.max(wanted, 2 * kept.length), maxBytes));
        kept.copy(grown, 0, 0, size);
        kept = grown;
      }
      chunk.copy(kept, size, 0, wanted - size);
      const tooMuch = size + chunk.length > maxBytes;
      size = wanted;
      return tooMuch;
    },
    bytes: () => kept.subarray(0, size),
  };
}

/** The part that had arrived of an answer that was cut off; `opening` holds its first bytes if they were no HTTP. */
export type Beginning = Partial<Answer> & { opening?: Buffer };

export type Reading = {
  done: Promise<Answer>;
  soFar: () => Beginning;
};

const withoutHead = ({ head }: Connection): Beginning => {
  const status = head.status();
  if (status === undefined) return head.opening().length > 0 ? { opening: head.opening() } : {};
  return status === 101 ? { status } : {};
};

type Options = { connection: Connection; trace: Trace; maxBytes: number };

export function dispatch(request: Dispatcher.DispatchOptions, { connection, trace, maxBytes }: Options): Reading {
  const body = createBody(maxBytes);
  let head: Omit<Answer, "body"> | undefined;
  let sizeCheck: NodeJS.Timeout | undefined;
  const complete = () => head && { ...head, body: body.bytes() };
  const done = new Promise<Answer>((resolve, reject) => {
    const finish = () => {
      const answer = complete();
      if (answer) resolve(answer);
    };
    let informational = 0;
    let answered = false;
    connection.client.dispatch(request, {
      onRequestStart(controller) {
        trace.enter("answer");
        const before = connection.bytesRead();
        sizeCheck = setInterval(() => {
          if (connection.bytesRead() - before > maxBytes + maxOverheadBytes)
            controller.abort(new InvalidAnswer("Too many bytes"));
        }, checkEveryMs);
      },
      onResponseStarted() {
        if (!answered) trace.enter("body");
        answered = true;
      },
      onResponseStart(controller, status, headers) {
        const fault = connection.head.fault();
        if (fault) controller.abort(new InvalidAnswer(fault));
        else if (status >= 200) head = { status, headers: flatten(headers), truncated: false };
        else if (++informational > maxInformational) controller.abort(new InvalidAnswer("Too many interim answers"));
      },
      onResponseData(_controller, chunk) {
        if (!head || head.truncated) return;
        head.truncated = body.push(chunk);
        if (head.truncated) finish();
      },
      onResponseEnd: finish,
      onResponseError: (_controller, error) => reject(connection.causeOf(error)),
    });
  }).finally(() => clearInterval(sizeCheck));
  return { done, soFar: () => complete() ?? withoutHead(connection) };
}
