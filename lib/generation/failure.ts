type Policy = {
  /** The failure is final when it is this many-th of those counted with it. */
  tries: number;
  /** The same model would fail so again, another might not: it is asked at once. */
  permanent?: true;
  /** The provider turned the request away, so nothing is charged. */
  unbilled?: true;
  /** Made of answers that came whole: they are forgotten, since they would fail in the same way again. */
  discardAnswers?: true;
  /** The provider is not to be had for now, whatever was asked: counted apart from a stage's own failures. */
  transient?: "limit" | "outage";
};

/** Six tries take some four minutes, longer than most outages. */
const outageTries = 6;

const policies = {
  /** The key is missing or refused. */
  key: { tries: 1, permanent: true, unbilled: true },
  /** The provider does not know the model. */
  model: { tries: 1, permanent: true, unbilled: true },
  /** No credit is left. */
  quota: { tries: 1, permanent: true, unbilled: true },
  /** The provider refuses the request itself. */
  rejected: { tries: 1, permanent: true, unbilled: true },
  rate: { tries: outageTries, transient: "limit", unbilled: true },
  overload: { tries: outageTries, transient: "limit", unbilled: true },
  /** Any other error answer. */
  provider: { tries: outageTries, transient: "outage" },
  unreachable: { tries: outageTries, transient: "outage" },
  /** The model sent nothing within the time-out. */
  silent: { tries: 3 },
  cut: { tries: 3 },
  unreadable: { tries: 3 },
  empty: { tries: 3 },
  refusal: { tries: 3, permanent: true },
  /** The provider's content filter refuses. */
  filter: { tries: 3, permanent: true },
  /** An outline that cannot be used. */
  outline: { tries: 3, discardAnswers: true },
  /** A chapter that cannot be used. */
  chapter: { tries: 3, discardAnswers: true },
  /** A chapter that could not be brought to its length. The same model would miss it a third time, too. */
  length: { tries: 2, discardAnswers: true },
  /** A chapter that could not be brought to the book's language. */
  language: { tries: 2, discardAnswers: true },
  /** Chapters that repeat each other and could not be mended. */
  repetition: { tries: 2, discardAnswers: true },
  /** Chapters that define the same terms and could not be mended. */
  consistency: { tries: 2, discardAnswers: true },
  /** The cap leaves no room for a call. */
  budget: { tries: 1 },
  /** A fault of our own. */
  internal: { tries: 3, discardAnswers: true },
} as const satisfies Record<string, Policy>;

export type FailureCode = keyof typeof policies;

/** Tries of a call whose provider says when to come back. */
const triesWhenTold = 10;

/** A real failure of writing, never a crash. Its message is what the person reads. */
export class Failure extends Error {
  override name = "Failure";
  readonly code: FailureCode;
  readonly policy: Policy;
  /** The wait that the provider asked for. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: FailureCode,
    message: string,
    { retryAfterMs, cause }: { retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.policy = retryAfterMs === undefined ? policies[code] : { ...policies[code], tries: triesWhenTold };
    this.retryAfterMs = retryAfterMs;
  }
}

/** The column that counts a failure: limits and outages, most of them waited out, do not use up a stage's own tries. */
export const counterOf = ({ policy }: Failure): "limits" | "failures" => (policy.transient ? "limits" : "failures");

/** The tries of a model that another can take over from: nobody waits minutes for the end of its outage. */
export const triesBeforeNext = ({ policy: { tries, transient } }: Failure): number =>
  transient === "outage" ? Math.min(tries, 3) : tries;

/** Shorter waits are not shown to anybody. */
const shownWaitMs = 10_000;

/** The end of a wait, when that is long enough to be shown. */
export const shownUntil = (until: Date, since: Date): Date | null =>
  until.getTime() - since.getTime() > shownWaitMs ? until : null;

const backoffMs = [2000, 10_000, 30_000, 60_000];

/** The wait before the next try, after so many failures counted together. The provider's own wait is obeyed. */
export const retryDelayMs = ({ retryAfterMs }: Failure, failures: number): number =>
  retryAfterMs === undefined ? (backoffMs[failures - 1] ?? 120_000) : Math.max(retryAfterMs, 1000);
