/** Where an exchange is, or where it ended. `answer` waits for the first byte, `body` for everything after it. */
export type Phase = "dns" | "connect" | "tls" | "answer" | "body";

/**
 * How long each phase took, in whole milliseconds; null for one that did not happen (a kept connection, plain HTTP,
 * an address that needs no DNS). `firstByteMs` runs from the moment the connection could be written to. The phase
 * in which an exchange failed counts until the failure.
 */
export type Timings = {
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  firstByteMs: number | null;
};

/** How an exchange came about. */
export type Path = {
  phase: Phase;
  timings: Timings;
  /** The address that was dialled, once there was a connection. */
  remoteAddress: string | null;
  /** Every address the name had: all were checked. */
  addresses: string[];
  /** What TLS agreed on, such as `TLSv1.3`. */
  tlsVersion: string | null;
};

export type Trace = { path: Path; enter: (phase: Phase) => void; end: () => Path };

const timed = { dns: "dnsMs", connect: "connectMs", tls: "tlsMs", answer: "firstByteMs", body: undefined } as const;

/** Follows one exchange from phase to phase. */
export function startTrace(): Trace {
  const timings: Timings = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null };
  const path: Path = { phase: "dns", timings, remoteAddress: null, addresses: [], tlsVersion: null };
  let since: number | undefined;
  const close = () => {
    const name = timed[path.phase];
    if (since !== undefined && name) timings[name] = Math.round(performance.now() - since);
    since = undefined;
  };
  return {
    path,
    enter(phase) {
      close();
      path.phase = phase;
      since = performance.now();
    },
    end() {
      close();
      return path;
    },
  };
}
