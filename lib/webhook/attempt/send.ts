import { now } from "../../clock.ts";
import { type Exchange, send as sendRequest } from "../../http-client/request.ts";
import { startTrace } from "../../http-client/trace.ts";
import { parseRetryAfter } from "../../retry-after.ts";
import { type EndpointConfig, misconfiguration } from "../endpoints/config.ts";
import { reachOf } from "../endpoints/target-rules.ts";
import { readAdoption } from "../secrets/adoption.ts";
import { toUtf8 } from "./charset.ts";
import { explain } from "./explain.ts";
import { logAnswer, logRequest } from "./log.ts";
import { redact } from "./redact.ts";
import type { AttemptResult, SendableEvent } from "./result.ts";

const maxResponseBytes = 64 * 1024;

/** Bounds an attempt as a whole, connection and body included (contract §4). */
export const attemptTimeoutMs = 30_000;

function refusedBeforehand(message: string): AttemptResult {
  const explanation = { failure: "blocked" as const, words: `Erreur webhook: ${message}`, message };
  return {
    explanation,
    status: null,
    headers: null,
    body: null,
    truncated: false,
    durationMs: 0,
    path: startTrace().end(),
    retryAfterMs: 0,
    adoption: null,
    finishedAt: now(),
  };
}

/** A shorter value of a custom header is no credential, and would be found everywhere. */
const minCredentialLength = 6;

/** Masks what a receiver may echo: our secrets, and the values of custom headers, which are often credentials. */
function maskSecrets(exchange: Exchange, { secrets: signing, customHeaders }: EndpointConfig): Exchange {
  // `Bearer abc` comes back whole or as `abc`.
  const custom = Object.values(customHeaders).flatMap((text) => [text, text.slice(text.lastIndexOf(" ") + 1)]);
  const secrets = [...signing.map(({ text }) => text), ...custom.filter((text) => text.length >= minCredentialLength)];
  if (secrets.length === 0 || exchange.status === undefined) return exchange;
  const clean = (text: string) => redact(Buffer.from(text), secrets).toString();
  const entries = Object.entries(exchange.headers ?? {}).map(([name, value]) => [name, clean(value)]);
  return { ...exchange, headers: Object.fromEntries(entries), body: redact(exchange.body ?? Buffer.alloc(0), secrets) };
}

function toResult(exchange: Exchange, config: EndpointConfig, { timeoutMs }: { timeoutMs: number }): AttemptResult {
  const finishedAt = now();
  const { status = null, headers = null, body = null, truncated = false, durationMs, path } = exchange;
  const explanation = explain(exchange, { ...config, timeoutMs, at: finishedAt });
  const retryAfterMs = explanation ? (parseRetryAfter(headers?.["retry-after"], finishedAt) ?? 0) : 0;
  const adoption = body && readAdoption(body, config.secrets);
  return { explanation, status, headers, body, truncated, durationMs, path, retryAfterMs, adoption, finishedAt };
}

type Options = {
  headers: Record<string, string>;
  timeoutMs?: number;
  /** Uses a connection of its own, so that every phase happens. */
  fresh?: boolean;
  /** Called before the request leaves a second time, because a kept connection was closed; it does not if this rejects. */
  beforeSecond?: () => Promise<void>;
  signal?: AbortSignal;
};

async function exchange(body: Uint8Array, config: EndpointConfig, options: Options): Promise<AttemptResult> {
  const { url, environment } = config;
  const { timeoutMs = attemptTimeoutMs } = options;
  const answer = await sendRequest({
    ...options,
    url,
    method: "POST",
    body,
    timeoutMs,
    reach: reachOf(environment),
    maxBytes: maxResponseBytes,
  });
  const readable = toUtf8(answer, maxResponseBytes);
  return toResult(maskSecrets(readable, config), config, { timeoutMs });
}

/** Never throws, and sends nothing that contract §3 forbids; its caller decides whether sending is on. */
export async function send(event: SendableEvent, config: EndpointConfig, options: Options): Promise<AttemptResult> {
  logRequest(event.jobId, config);
  const fault = misconfiguration(config);
  const result = fault ? refusedBeforehand(fault) : await exchange(event.body, config, options);
  if (!options.signal?.aborted) logAnswer(event.jobId, result);
  return result;
}
