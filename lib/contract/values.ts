/** The closed sets of the contract, apart from their schemas: pages use them without loading a validator. */

export const jobStatuses = [
  "pending",
  "generating_outline",
  "awaiting_approval",
  "writing_chapters",
  "finalizing",
  "completed",
  "failed",
  "cancelled",
] as const;

/** The statuses of a job that nothing but a person takes up again. */
export const endedStatuses = ["completed", "failed", "cancelled"] as const satisfies (typeof jobStatuses)[number][];

export const isEnded = (status: (typeof jobStatuses)[number]) => endedStatuses.some((ended) => ended === status);

/** The languages a book can be written in, by their French names. */
export const languageNames = { fr: "français", en: "anglais" } as const;

/** The one list of event types: enum, header value and page labels come from it. */
export const eventTypes = ["book.completed", "book.failed", "webhook.test"] as const;

/** The types that can be subscribed to: a test goes where it is asked for. */
export const subscribedTypes = ["book.completed", "book.failed"] as const satisfies (typeof eventTypes)[number][];

export const deliveryStatuses = ["pending", "delivered", "failed", "disabled"] as const;

/** An HTTP status, a class of them, or `none` for no answer. */
export const httpStatusPattern = /^([1-5]\d\d|[1-5]xx|none)$/;

export const verifications = ["signature", "secret", "none"] as const;

/** In the order in which they are shown; an enum's own `options` put the numbers first. */
export const practiceBehaviours = ["ok", "500", "429", "410", "301", "drip", "hang", "reset", "garbage"] as const;
