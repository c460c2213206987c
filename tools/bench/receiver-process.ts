import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Milliseconds of the clock on which the receiver notes arrivals. */
export const clock = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * The receiver, in a process of its own. What is posted to `/hang` gets no answer.
 * `arrivalsOf` waits for so many jobs whose id starts with `kind-`, each counted once per URL.
 */
export async function startReceiver() {
  const receiver = fork(path.join(import.meta.dirname, "receiver.ts"));
  const [{ port }] = await once(receiver, "message");
  return {
    target: `http://127.0.0.1:${port}`,
    async arrivalsOf(kind: string, count: number): Promise<Map<string, number>> {
      const answer = once(receiver, "message");
      receiver.send({ kind, count });
      const [{ arrivals }] = await answer;
      return new Map(arrivals);
    },
    stop: () => receiver.disconnect(),
  };
}
