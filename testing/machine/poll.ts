import { setTimeout as sleep } from "node:timers/promises";

type Options<Value> = {
  timeoutMs: number;
  everyMs?: number;
  toMessage: (value: Value) => string;
};

/** Reads a value again and again until it satisfies a condition, and returns it. @throws after `timeoutMs` */
export async function pollUntil<Value>(
  read: () => Value | Promise<Value>,
  isReached: (value: Value) => boolean,
  { timeoutMs, everyMs = 20, toMessage }: Options<Value>,
): Promise<Value> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (isReached(value)) return value;
    if (performance.now() > deadline) throw new Error(toMessage(value));
    await sleep(everyMs);
  }
}
