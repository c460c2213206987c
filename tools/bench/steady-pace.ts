import { setTimeout as sleep } from "node:timers/promises";
import { transaction } from "#lib/database/client.ts";
import { publish } from "#lib/webhook/publish.ts";
import { completedBook } from "./completed-book.ts";
import { type BenchReceiver, monotonicMs } from "./receiver.ts";

type Pace = { prefix: string; perSecond: number; count: number };

/** Publishes books at a steady pace. @returns the milliseconds of each from its commit to its arrival */
export async function measureDelays(receiver: BenchReceiver, { prefix, perSecond, count }: Pace): Promise<number[]> {
  const committedAt = new Map<string, number>();
  const pending: Promise<void>[] = [];
  const beganAt = performance.now();
  for (let index = 0; index < count; index++) {
    const jobId = `${prefix}-${index}`;
    const published = transaction((tx) => publish(tx, completedBook(jobId)));
    pending.push(published.then(() => void committedAt.set(jobId, monotonicMs())));
    await sleep(Math.max(0, beganAt + ((index + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(pending);
  const arrivals = await receiver.arrivals(prefix, count);
  return [...committedAt].map(([jobId, at]) => (arrivals.get(jobId) ?? Number.NaN) - at);
}
