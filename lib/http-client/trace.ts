/** The phases of an exchange, or the one it ended in: `answer` waits for the first byte, `body` for the rest. */
export type Phase = "dns" | "connect" | "tls" | "answer" | "body";

/**
 * The duration of each phase in whole milliseconds; null for one that did not happen (a kept connection, plain HTTP, an
 * address that needs no DNS). `firstByteMs` runs from when the connection could be written to; a phase that failed counts
 * until the failure.
 */
export type Timings = {
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  firstByteMs: number | null;
};

export type Path = {
  phase: Phase;
  timings: Timings;
  remoteAddress: string | null;
  addresses: string[];
  tlsVersion: string | null;
};

export type Trace = {
  path: Path;
  enter: (phase: Phase) => void;
  restart: () => void;
  end: () => Path;
};

const timingOf = { dns: "dnsMs", connect: "connectMs", tls: "tlsMs", answer: "firstByteMs", body: undefined } as const;

export function startTrace(): Trace {
  const timings: Timings = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null };
  const path: Path = { phase: "dns", timings, remoteAddress: null, addresses: [], tlsVersion: null };
  let since: number | undefined;
  const close = () => {
    const name = timingOf[path.phase];
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
    restart() {
      since = undefined;
      path.phase = "dns";
    },
    end() {
      close();
      return path;
    },
  };
}
