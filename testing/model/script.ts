import type { RecordedExchange } from "#lib/generation/models/wire/recorded-exchange.ts";

/** One request to the fake model, as its journal keeps it. Times are milliseconds since the epoch, on the clock. */
export type Exchange = {
  at: number;
  endedAt?: number;
  status?: number;
  /** Derived from the system prompt. */
  role: "research" | "outline" | "chapter" | "continuity" | "review" | "report" | "translation" | "voice" | "unknown";
  /** Position of the chapter that is asked for, from 1. */
  position?: number;
  system: string;
  prompt: string;
  stream: boolean;
  authorization: string | undefined;
  usage?: { prompt_tokens: number; completion_tokens: number };
  /** Upper bound that the request sets on the tokens of its answer. */
  maxTokens: number | undefined;
  asked: Record<string, unknown>;
  written: number;
  aborted: boolean;
};

/** The answer to one request. An empty behaviour is a well-formed answer at once. */
export type Behaviour = {
  /** Answers as a server once did, instead of all that follows. */
  recorded?: RecordedExchange;
  delayMs?: number;
  /** Awaited before anything is answered. */
  after?: Promise<unknown> | undefined;
  status?: number;
  headers?: Record<string, string>;
  /** The body that goes with `status`, or instead of a completion. */
  body?: string;
  text?: string;
  /** Streams these pieces without an end, after the text if there is one, until the connection is closed. */
  endless?: (index: number) => string;
  /** Thinks these pieces, in the field where its server puts thoughts. */
  thinksEndlessly?: boolean;
  finish?: "stop" | "length" | "content_filter";
  /** What the model thought, in the field where its server puts it. */
  reasoning?: { field: "reasoning" | "reasoning_content"; text: string };
  toolCall?: boolean;
  rewrite?: (event: string) => string;
  fence?: boolean;
  unstreamed?: boolean;
  /** Size and interval of the streamed chunks. */
  drip?: { chars: number; everyMs: number };
  /** Holds the stream at a number of characters until a promise settles. */
  pauses?: { at: number; until: Promise<unknown> }[];
  stallAfterChars?: number;
  cutAfterChars?: number;
  /** Reasoning tokens that the usage reports beside those of the answer. */
  reasoningTokens?: number;
  omitUsage?: boolean;
  brokenLine?: boolean;
};

/** Decides how a request is answered; `nth` counts the requests of its role and position, from 1. */
export type Script = (exchange: Exchange, nth: number) => Behaviour | undefined;
