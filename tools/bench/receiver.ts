import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Milliseconds of the system's monotonic clock, which all processes share. */
export const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6;

export type BenchReceiver = {
  url: string;
  /** Waits for so many arrivals whose job id starts with `prefix-`. @returns their time by job and URL, in `monotonicMs` */
  arrivals: (prefix: string, count: number) => Promise<Map<string, number>>;
  stop: () => void;
};

/** Starts a receiver in a process of its own. What is posted to `/hang` gets no answer. */
export async function startReceiver(): Promise<BenchReceiver> {
  const child = fork(path.join(import.meta.dirname, "receiver-process.ts"));
  const [{ port }] = await once(child, "message");
  return {
    url: `http://127.0.0.1:${port}`,
    async arrivals(prefix, count) {
      const answer = once(child, "message");
      child.send({ prefix, count });
      const [{ arrivals }] = await answer;
      return new Map(arrivals);
    },
    stop: () => child.disconnect(),
  };
}
