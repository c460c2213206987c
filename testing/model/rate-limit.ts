import type { Behaviour, Script } from "./server.ts";

type Limit = { calls: number; perMs: number };

/** Tells how many milliseconds are missing to the next call that may pass; 0 lets it pass. */
type Gate = (at: number) => number;

/** So many calls at once, and again one by one as time goes: what most providers do. */
export function bucket({ calls, perMs }: Limit): Gate {
  let [tokens, since] = [calls, 0];
  return (at) => {
    tokens = Math.min(calls, tokens + ((at - since) * calls) / perMs);
    since = at;
    if (tokens < 1) return ((1 - tokens) * perMs) / calls;
    tokens -= 1;
    return 0;
  };
}

/** So many calls until the window ends, and as many in the next, which begins with its first call. */
export function fixedWindow({ calls, perMs }: Limit): Gate {
  let [passed, began] = [0, 0];
  return (at) => {
    if (at >= began + perMs) [passed, began] = [0, at];
    if (passed >= calls) return began + perMs - at;
    passed += 1;
    return 0;
  };
}

/** Answers 429 with `Retry-After` past a limit, else as `script` says. */
export function limitedBy(gate: Gate, script: Script = () => undefined): Script {
  const tooMany = (missingMs: number): Behaviour => ({
    ...{ status: 429, delayMs: 0, headers: { "retry-after": String(Math.ceil(missingMs / 1000)) } },
    body: JSON.stringify({ error: { message: "Rate limit reached", type: "requests", code: "rate_limit_exceeded" } }),
  });
  return (exchange, nth) => {
    const missingMs = gate(exchange.at);
    return missingMs > 0 ? tooMany(missingMs) : script(exchange, nth);
  };
}
