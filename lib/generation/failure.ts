/**
 * A real failure of writing, never a crash: what the person reads, and how often it may happen before
 * the book is given up.
 */
export class Failure extends Error {
  override name = "Failure";
  /** The failure is final when it is this many-th. */
  readonly tries: number;
  /** How long the other side asked us to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { tries?: number; retryAfterMs?: number | undefined; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.tries = options.tries ?? 3;
    this.retryAfterMs = options.retryAfterMs;
  }
}

const delays = [2000, 10_000, 30_000, 60_000];

/**
 * How long to wait before the next try, in milliseconds, once `failures` have happened. Who says when to
 * come back is taken at its word.
 */
export const retryDelay = (failure: Failure, failures: number): number =>
  failure.retryAfterMs === undefined ? (delays[failures - 1] ?? 120_000) : Math.max(failure.retryAfterMs, 1000);
