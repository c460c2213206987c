import type { ClockTimer, PgBoss } from "pg-boss";
import { clock, now } from "../clock.ts";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";
import type { QueueName } from "./queues.ts";
import { isDue, readQueueStates } from "./state.ts";

/** An entry due at once is announced by its commit. */
export const dueEveryMs = 1000;

type Waker = { name: QueueName; wake: () => void };
type Watch = { wakers: Set<Waker>; timer?: ClockTimer; reading: boolean };
const watch = perProcess<Watch>("queue.due", () => ({ wakers: new Set(), reading: false }));

async function wakeDue(boss: PgBoss) {
  const state = watch.get();
  if (state.reading) return;
  state.reading = true;
  try {
    const due = (await readQueueStates(boss)).filter((queue) => isDue(queue, now()));
    for (const { name, wake } of state.wakers) if (due.some((queue) => queue.name === name)) wake();
  } catch (error) {
    logger.error("❌ Erreur de la file d’attente", describeError(error));
  } finally {
    state.reading = false;
  }
}

/** One look a second at all queues costs less than one per worker. @returns a function that ends it */
export function wakeWhenDue(boss: PgBoss, name: QueueName, wake: () => void): () => void {
  const state = watch.get();
  const waker = { name, wake };
  state.wakers.add(waker);
  const running = clock();
  state.timer ??= running.setInterval(() => wakeDue(boss), dueEveryMs);
  return () => {
    state.wakers.delete(waker);
    if (state.wakers.size > 0) return;
    running.clearInterval(state.timer);
    state.timer = undefined;
  };
}
