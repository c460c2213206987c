import { now } from "../clock.ts";

type Policy = {
  /** The count of failures at which one is final. */
  tries: number;
  /** The same model would fail so again, another might not: it is asked at once. */
  permanent?: true;
  unbilled?: true;
  /** Answers that came whole would fail in the same way again. */
  discardAnswers?: true;
  /** The provider is not to be had for now: counted apart from a stage's own failures. */
  transient?: "limit" | "outage";
  /** The server is starting, or loads its model: it is asked again for so long, however often. */
  waitMs?: number;
};

/** Six tries take some four minutes, longer than most outages. */
const outageTries = 6;

export const maxLoadingMs = 20 * 60_000;

const policies = {
  key: { tries: 1, permanent: true, unbilled: true },
  model: { tries: 1, permanent: true, unbilled: true },
  quota: { tries: 1, permanent: true, unbilled: true },
  region: { tries: 1, permanent: true, unbilled: true },
  withdrawn: { tries: 1, permanent: true, unbilled: true },
  /** The prompt, with its answer, is longer than the model can hold. */
  context: { tries: 1, permanent: true, unbilled: true },
  rejected: { tries: 1, permanent: true, unbilled: true },
  rate: { tries: outageTries, transient: "limit", unbilled: true },
  overload: { tries: outageTries, transient: "limit", unbilled: true },
  /** A server of one's own may read a large model from its disk for a quarter of an hour. */
  loading: { tries: 1, waitMs: maxLoadingMs, unbilled: true },
  /** Nothing listens at the address of a server of one's own: some begin to listen only once the model is loaded. */
  absent: { tries: 1, waitMs: maxLoadingMs, unbilled: true },
  /** Any other error answer. */
  provider: { tries: outageTries, transient: "outage" },
  unreachable: { tries: outageTries, transient: "outage" },
  silent: { tries: 3 },
  /** No function lasts long enough for the model's answer. */
  slow: { tries: 1, permanent: true },
  /** Functions died while they waited for it, which is no fault of the model: none is asked in its place. */
  lost: { tries: 1 },
  cut: { tries: 3 },
  unreadable: { tries: 3 },
  empty: { tries: 3 },
  /** It has already been asked with more room, and to think less. */
  thinking: { tries: 2 },
  refusal: { tries: 3, permanent: true },
  filter: { tries: 3, permanent: true },
  outline: { tries: 3, discardAnswers: true },
  chapter: { tries: 3, discardAnswers: true },
  /** The same model would miss it a third time, too. */
  length: { tries: 2, discardAnswers: true },
  language: { tries: 2, discardAnswers: true },
  /** What its genre cannot do without is missing. */
  genre: { tries: 2, discardAnswers: true },
  repetition: { tries: 2, discardAnswers: true },
  consistency: { tries: 2, discardAnswers: true },
  /** Waits for a higher cap instead of ending the job. */
  budget: { tries: 1 },
  /** There is a cap, and no price any more to hold it by. */
  price: { tries: 1, permanent: true },
  internal: { tries: 3, discardAnswers: true },
} as const satisfies Record<string, Policy>;

export type FailureCode = keyof typeof policies;

const triesWithRetryAfter = 10;

/** Its message is what the person reads. */
export class Failure extends Error {
  override name = "Failure";
  readonly code: FailureCode;
  readonly policy: Policy;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: FailureCode,
    message: string,
    { retryAfterMs, cause }: { retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    const policy: Policy = policies[code];
    const waits = policy.transient !== undefined && retryAfterMs !== undefined;
    this.policy = waits ? { ...policy, tries: Math.max(policy.tries, triesWithRetryAfter) } : policy;
    this.retryAfterMs = waits ? retryAfterMs : undefined;
  }
}

/** Limits and outages do not use up a stage's own tries. */
export const counterOf = ({ policy }: Failure): "limits" | "failures" => (policy.transient ? "limits" : "failures");

/** Nobody waits for a server to start while another model can take over. */
const waitBeforeNextMs = 60_000;

/** Nobody waits minutes for the end of an outage while another model can take over. */
const triesBeforeNext = ({ policy: { tries, transient } }: Failure): number =>
  transient === "outage" ? Math.min(tries, 3) : tries;

/** @param known what the stage has counted of its failures, and since when it waits for a server */
export function isGivenUp(
  failure: Failure,
  known: { failures: number; limits: number; waitsSince: Date | null },
): boolean {
  const { permanent, waitMs } = failure.policy;
  if (waitMs !== undefined) return now().getTime() - (known.waitsSince ?? now()).valueOf() >= waitBeforeNextMs;
  return permanent || known[counterOf(failure)] + 1 >= triesBeforeNext(failure);
}

const minShownWaitMs = 10_000;

export const shownUntil = (until: Date, since: Date): Date | null =>
  until.getTime() - since.getTime() > minShownWaitMs ? until : null;

const backoffMs = [2000, 10_000, 30_000, 60_000];

export const retryDelayMs = ({ retryAfterMs }: Failure, failures: number): number =>
  retryAfterMs === undefined ? (backoffMs[failures - 1] ?? 120_000) : Math.max(retryAfterMs, 1000);
