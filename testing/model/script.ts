import type { RecordedExchange } from "#lib/generation/models/wire/recorded-exchange.ts";

/** One request to the fake model, as its journal keeps it. Times are milliseconds since the epoch, on the clock. */
export type Exchange = {
  at: number;
  endedAt?: number;
  /** HTTP status of the answer. */
  status?: number;
  /** Derived from the system prompt. */
  role: "research" | "outline" | "chapter" | "review" | "unknown";
  /** Position of the chapter that is asked for, from 1. */
  position?: number;
  system: string;
  prompt: string;
  stream: boolean;
  authorization: string | undefined;
  /** Usage that the answer reported, if it did. */
  usage?: { prompt_tokens: number; completion_tokens: number };
  /** Upper bound that the request sets on the tokens of its answer. */
  maxTokens: number | undefined;
  /** The request's fields, its messages apart. */
  asked: Record<string, unknown>;
  /** The characters of text that it streamed. */
  written: number;
  /** The client closed the connection before the answer was complete. */
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
  /** Calls a tool with the text instead of answering. */
  toolCall?: boolean;
  /** Rewrites each event of the stream before it is sent. */
  rewrite?: (event: string) => string;
  /** Puts the text in a Markdown code fence. */
  fence?: boolean;
  /** Answers all at once although a stream was asked for. */
  unstreamed?: boolean;
  /** Size and interval of the streamed chunks. */
  drip?: { chars: number; everyMs: number };
  /** Holds the stream at a number of characters until a promise settles. */
  pauses?: { at: number; until: Promise<unknown> }[];
  /** Streams this many characters, then stays silent. */
  stallAfterChars?: number;
  /** Sends this many characters, then closes the socket. */
  cutAfterChars?: number;
  /** Reasoning tokens that the usage reports beside those of the answer. */
  reasoningTokens?: number;
  /** Reports no usage. */
  omitUsage?: boolean;
  /** Streams one line that is no JSON. */
  brokenLine?: boolean;
};

/** Decides how a request is answered; `nth` counts the requests of its role and position, from 1. */
export type Script = (exchange: Exchange, nth: number) => Behaviour | undefined;
