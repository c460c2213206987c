import type { Behaviour, Script } from "./script.ts";

type Limit = { calls: number; perMs: number };

/** Returns the milliseconds until the next call may pass; 0 lets this one pass. */
type Limiter = (at: number) => number;

/** Lets so many calls pass at once, and more one by one as time goes: the way of most providers. */
export function tokenBucket({ calls, perMs }: Limit): Limiter {
  let tokens = calls;
  let since = 0;
  return (at) => {
    tokens = Math.min(calls, tokens + ((at - since) * calls) / perMs);
    since = at;
    if (tokens < 1) return ((1 - tokens) * perMs) / calls;
    tokens -= 1;
    return 0;
  };
}

/** Lets so many calls pass until the window ends; the next window begins with its first call. */
export function fixedWindow({ calls, perMs }: Limit): Limiter {
  let passed = 0;
  let beganAt = 0;
  return (at) => {
    if (at >= beganAt + perMs) {
      passed = 0;
      beganAt = at;
    }
    if (passed >= calls) return beganAt + perMs - at;
    passed += 1;
    return 0;
  };
}

/** Holds a limit's clock until its first refusal: however slowly calls come, they meet it once. */
export function fromFirstRefusal(limiter: Limiter): Limiter {
  let from: number | undefined;
  return (at) => {
    if (from !== undefined) return limiter(at - from);
    const waitMs = limiter(0);
    if (waitMs > 0) from = at;
    return waitMs;
  };
}

/** Answers 429 with `Retry-After` past a limit, else as `script` says. */
export function rateLimited(limiter: Limiter, script: Script = () => undefined): Script {
  const tooMany = (waitMs: number): Behaviour => ({
    status: 429,
    delayMs: 0,
    headers: { "retry-after": String(Math.ceil(waitMs / 1000)) },
    body: JSON.stringify({ error: { message: "Rate limit reached", type: "requests", code: "rate_limit_exceeded" } }),
  });
  return (exchange, nth) => {
    const waitMs = limiter(exchange.at);
    return waitMs > 0 ? tooMany(waitMs) : script(exchange, nth);
  };
}
