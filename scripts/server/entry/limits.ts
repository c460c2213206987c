/** Bounds of time and bytes in both modes, and in production of the connections of strangers. */
export const defaultLimits = {
  headersTimeoutMs: 10_000,
  /** From the first byte of a request to the last of its body. */
  requestTimeoutMs: 30_000,
  /** Without a byte taken of an answer that waits to be sent. */
  stalledTimeoutMs: 30_000,
  keepAliveTimeoutMs: 5_000,
  maxHeaderBytes: 16 * 1024,
  /** Of all bodies of strangers, until they are answered. */
  maxHeldBodyBytes: 48 * 1024 * 1024,
  /** The same bodies, as they come: half of it for those of more than 1 MiB together, and all of it for the others. */
  maxBodyBytesPerSecond: 16 * 1024 * 1024,
  /** What is larger is a manuscript's, or nobody's: its route reads it, and bounds it. */
  maxBodyBytes: 10 * 1024 * 1024,
  /** Requests of one connection that are not answered yet. */
  maxPipelined: 16,
  /** Connections of strangers. */
  maxPerClient: 128,
  maxInAll: 1024,
};

export type EntryLimits = typeof defaultLimits;
