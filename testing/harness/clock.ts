import { setTimeout as sleep } from "node:timers/promises";
import { TestClock } from "pg-boss";

const beatMs = 50;

/**
 * Starts a clock that runs as real time does, and can be moved: workers look for what is due as they always do, and what
 * is due in hours is due at once. Call `stop` when nothing runs on it any more.
 */
export function startClock() {
  const clock = new TestClock();
  const moves: { to: number; done: () => void }[] = [];
  let stopped = false;
  const running = (async () => {
    for (let last = performance.now(); !stopped; ) {
      for (const { to, done } of moves.splice(0)) {
        await clock.setTime(to);
        done();
      }
      const at = performance.now();
      await clock.tick(at - last);
      last = at;
      await sleep(beatMs);
    }
  })();
  return {
    clock,
    /** Moves the clock between two of its beats. */
    moveTo: (to: Date) => new Promise<void>((done) => moves.push({ to: to.getTime(), done })),
    async stop() {
      stopped = true;
      await running;
    },
  };
}
