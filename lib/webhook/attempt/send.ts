import { now } from "../../clock.ts";
import { type Exchange, send as sendRequest } from "../../http-client/request.ts";
import { type Path, startTrace } from "../../http-client/trace.ts";
import { parseRetryAfter } from "../../retry-after.ts";
import { type EndpointConfig, misconfiguration } from "../endpoints/config.ts";
import { reachOf } from "../endpoints/target-rules.ts";
import { type Adoption, adoptionOf } from "../secrets/adoption.ts";
import { type Explanation, explain } from "./explain.ts";
import { logAnswer, logDeparture } from "./log.ts";
import { redact } from "./redact.ts";

const responseLimit = 64 * 1024;

/** How long an attempt may take in all, connection and body included (contract §4). */
export const attemptTimeoutMs = 30_000;

export type SendableEvent = { id: string; type: string; jobId: string; body: Uint8Array };

/** What came of one attempt. */
export type AttemptResult = {
  explanation: Explanation | null;
  status: number | null;
  headers: Record<string, string> | null;
  body: Buffer | null;
  truncated: boolean;
  durationMs: number;
  /** How far it came, and what each phase took. */
  path: Path;
  retryAfterMs: number;
  /** The key that the receiver says it verified with. */
  adoption: Adoption | null;
  finishedAt: Date;
};

function refusedBeforehand(message: string): AttemptResult {
  const explanation = { failure: "blocked" as const, words: `Erreur webhook: ${message}`, message };
  const nothing = { status: null, headers: null, body: null, truncated: false, retryAfterMs: 0, adoption: null };
  return { explanation, ...nothing, durationMs: 0, path: startTrace().end(), finishedAt: now() };
}

/** A custom header's value that is shorter is no credential, and would be found everywhere. */
const shortestCredential = 6;

/** A receiver may send our own secrets back: the keys, and custom headers, which are often credentials. */
function withoutSecrets(exchange: Exchange, { keys, customHeaders }: EndpointConfig): Exchange {
  // `Bearer abc` comes back whole or as `abc`.
  const custom = Object.values(customHeaders).flatMap((text) => [text, text.slice(text.lastIndexOf(" ") + 1)]);
  const secrets = [...keys.map(({ text }) => text), ...custom.filter((text) => text.length >= shortestCredential)];
  if (secrets.length === 0 || exchange.status === undefined) return exchange;
  const clean = (text: string) => redact(Buffer.from(text), secrets).toString();
  const entries = Object.entries(exchange.headers ?? {}).map(([name, value]) => [name, clean(value)]);
  return { ...exchange, headers: Object.fromEntries(entries), body: redact(exchange.body ?? Buffer.alloc(0), secrets) };
}

function toResult(exchange: Exchange, config: EndpointConfig, { timeoutMs }: { timeoutMs: number }): AttemptResult {
  const finishedAt = now();
  const { status = null, headers = null, body = null, truncated = false, durationMs, path } = exchange;
  const explanation = explain(exchange, { url: config.url, timeoutMs, at: finishedAt });
  const retryAfterMs = explanation ? (parseRetryAfter(headers?.["retry-after"], finishedAt) ?? 0) : 0;
  const adoption = body && adoptionOf(body, config.keys);
  return { explanation, status, headers, body, truncated, durationMs, path, retryAfterMs, adoption, finishedAt };
}

type Options = {
  headers: Record<string, string>;
  timeoutMs?: number;
  /** Over a connection of its own, so that every phase happens. */
  fresh?: boolean;
  signal?: AbortSignal;
};

async function exchange(body: Uint8Array, config: EndpointConfig, options: Options): Promise<AttemptResult> {
  const { url, environment } = config;
  const { timeoutMs = attemptTimeoutMs } = options;
  const how = { ...options, timeoutMs, reach: reachOf(environment), maxBytes: responseLimit };
  const answer = await sendRequest({ ...how, url, method: "POST", body });
  return toResult(withoutSecrets(answer, config), config, { timeoutMs });
}

/**
 * One attempt: sends the event's bytes once and says what came of it, in the log too. It never throws,
 * and sends nothing that the rules of contract §3 forbid. Whether sending is switched on is its caller's concern.
 */
export async function send(event: SendableEvent, config: EndpointConfig, options: Options): Promise<AttemptResult> {
  logDeparture(event.jobId, config);
  const fault = misconfiguration(config);
  const result = fault ? refusedBeforehand(fault) : await exchange(event.body, config, options);
  if (!options.signal?.aborted) logAnswer(event.jobId, result);
  return result;
}
