import { now, sleep } from "../../../clock.ts";
import { ipLiteral } from "../../../http-client/addresses.ts";
import { send } from "../../../http-client/request.ts";
import { parseRetryAfter } from "../../../retry-after.ts";

const timeoutMs = 10_000;
const maxBytes = 2 * 1024 * 1024;

/** A provider under its limit is asked again soon: some let one request a second through. */
const maxTries = 3;
const usualWaitMs = 1100;
const maxWaitMs = 5000;

type Request = {
  url: URL;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: object;
  signal: AbortSignal;
};

/** The operator chose the host, so it may be private. @throws what went wrong, without a key or an address */
export async function getJson(request: Request): Promise<unknown> {
  const { url, method = "GET", headers, body, signal } = request;
  for (let tries = 1; ; tries++) {
    const exchange = await send({
      url: url.href,
      method,
      headers: { Accept: "application/json", "Accept-Encoding": "identity", "User-Agent": "Sorami", ...headers },
      ...(body && { body: new TextEncoder().encode(JSON.stringify(body)) }),
      reach: { only: "public", allowed: [ipLiteral(url.hostname) ?? url.hostname] },
      timeoutMs,
      maxBytes,
      signal,
    });
    if (!exchange.ok) throw new Error(exchange.failure);
    if (exchange.status === 200 && !exchange.truncated) return JSON.parse(exchange.body.toString("utf8"));
    const waitMs = parseRetryAfter(exchange.headers["retry-after"], now()) ?? usualWaitMs;
    if (exchange.status !== 429 || tries === maxTries || waitMs > maxWaitMs) throw new Error(`HTTP ${exchange.status}`);
    await sleep(waitMs, signal);
  }
}
