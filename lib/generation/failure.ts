/**
 * The name of what went wrong: `key` (missing or refused), `model` (unknown), `quota` (no credit left), `rejected`
 * (the request itself), `rate`, `overload`, `provider` (any other error answer), `unreachable`, `silent`, `cut`,
 * `unreadable`, `empty`, `refusal`, `filter`; `outline` and `chapter` are answers that cannot be used, `length` and `language` a chapter that
 * could not be brought to them, `repetition` and `consistency`
 * chapters that clash and could not be mended, `budget` a cap that leaves no room for a call, `internal` is ours.
 */
export type FailureCode =
  | "key"
  | "model"
  | "quota"
  | "rejected"
  | "rate"
  | "overload"
  | "provider"
  | "unreachable"
  | "silent"
  | "cut"
  | "unreadable"
  | "empty"
  | "refusal"
  | "filter"
  | "outline"
  | "chapter"
  | "length"
  | "language"
  | "repetition"
  | "consistency"
  | "budget"
  | "internal";

/** What the same model would answer again, and another might not. */
const lasting: ReadonlySet<FailureCode> = new Set(["key", "model", "quota", "rejected", "refusal", "filter"]);

/** Nothing was written, so nothing is charged: the provider turned the request away. */
const unbilled: ReadonlySet<FailureCode> = new Set(["key", "model", "quota", "rejected", "rate", "overload"]);

/** Made of answers that came whole: asking again for the same ones would fail in the same way for ever. */
const ofAnswers: ReadonlySet<FailureCode> = new Set([
  "outline",
  "chapter",
  "length",
  "language",
  "repetition",
  "consistency",
  "internal",
]);

type Options = { code: FailureCode; tries?: number; retryAfterMs?: number | undefined; cause?: unknown };

/**
 * A real failure of writing, never a crash: what the person reads, and how often it may happen before
 * the book is given up.
 */
export class Failure extends Error {
  override name = "Failure";
  readonly code: FailureCode;
  /** The failure is final when it is this many-th of those counted with it. */
  readonly tries: number;
  /** How long the other side asked us to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { code, tries = 3, retryAfterMs, cause }: Options) {
    super(message, { cause });
    this.code = code;
    this.tries = tries;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Whether another model is to be asked at once instead of the same one again. */
export const isLasting = (failure: Failure): boolean => lasting.has(failure.code);

/** Whether a call that failed so is known to cost nothing. */
export const isFree = (failure: Failure): boolean => unbilled.has(failure.code);

/** The provider is not to be had for now: its limits, its outages. They pass, whatever was asked. */
const passing: ReadonlySet<FailureCode> = new Set(["rate", "overload", "provider", "unreachable"]);
const outages: ReadonlySet<FailureCode> = new Set(["provider", "unreachable"]);

/** What passes, most of it waited out, leaves a step its tries for what is its own. */
export const countOf = ({ code }: Failure): "limits" | "failures" => (passing.has(code) ? "limits" : "failures");

/** How often a model is tried that another can take over from: nobody waits minutes for the end of its outage. */
export const triesBeforeNext = ({ code, tries }: Failure): number => (outages.has(code) ? Math.min(tries, 3) : tries);

/** Whether the answers a step has so far are to blame. */
export const blamesAnswers = (failure: Failure): boolean => ofAnswers.has(failure.code);

/** Whom a wait of the provider's own does not hold for long need not be told of it. */
const worthSaying = 10_000;

/** Whether a person should know of a wait. */
export const isWorthSaying = (until: Date, since: Date): boolean => until.getTime() - since.getTime() > worthSaying;

/** Until when the provider asked us to wait, if a person should know. */
export function askedToWait({ retryAfterMs }: Failure, since: Date): Date | null {
  const until = new Date(since.getTime() + (retryAfterMs ?? 0));
  return isWorthSaying(until, since) ? until : null;
}

const delays = [2000, 10_000, 30_000, 60_000];

/**
 * How long to wait before the next try, in milliseconds, once so many `failures` counted with it have happened. Who says
 * when to come back is taken at its word.
 */
export const retryDelay = (failure: Failure, failures: number): number =>
  failure.retryAfterMs === undefined ? (delays[failures - 1] ?? 120_000) : Math.max(failure.retryAfterMs, 1000);
