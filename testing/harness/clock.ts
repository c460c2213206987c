import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { type ClockTimer, systemClock, TestClock } from "pg-boss";

const beatMs = 50;
/** Shorter than the heartbeat by which a claim is kept. */
const maxBeatMs = 8000;

/**
 * A clock that stands still until `setTime`, so that times can be told exactly. Its timers run in real time, and what
 * looks regularly looks after each jump, too.
 */
export class StillClock extends TestClock {
  readonly #regular = new Map<ClockTimer, () => void>();
  override setTimeout = systemClock.setTimeout;
  override clearTimeout = systemClock.clearTimeout;
  override setInterval = (look: () => void, everyMs: number) => {
    const timer = systemClock.setInterval(look, everyMs);
    this.#regular.set(timer, look);
    return timer;
  };
  override clearInterval = (timer: ClockTimer) => {
    this.#regular.delete(timer);
    systemClock.clearInterval(timer);
  };
  override async setTime(to: Date | number | string) {
    await super.setTime(to);
    for (const look of this.#regular.values()) look();
  }
}

/** A clock whose beats wait while a queue that stops takes its table away, which a beat writes to. */
class RunningClock extends TestClock {
  /** One at a time: a beat, or the end of a queue. */
  readonly turn = pLimit(1);
  override async attach(target: Parameters<TestClock["attach"]>[0]) {
    const attached = await super.attach(target);
    return { [Symbol.asyncDispose]: () => this.turn(() => attached[Symbol.asyncDispose]()) };
  }
}

/**
 * Starts a clock that runs as real time does, or so many times faster, and can be moved: workers look for what is due as
 * they always do, and what is due in hours is due at once. Call `stop` when nothing runs on it any more.
 */
export function startClock(speed = 1) {
  const clock = new RunningClock();
  const moves: { to: number; done: () => void }[] = [];
  let stopped = false;
  const running = (async () => {
    for (let last = performance.now(); !stopped; ) {
      await clock.turn(async () => {
        for (const { to, done } of moves.splice(0)) {
          await clock.setTime(Math.max(to, clock.now()));
          done();
        }
        const at = performance.now();
        const aheadMs = Math.min(speed * (at - last), maxBeatMs);
        // What looks every second would look as often as the time that passes: it looks once a beat.
        if (aheadMs > 1000) await clock.setTime(clock.now() + aheadMs - 1000);
        await clock.tick(Math.min(aheadMs, 1000));
        last = at;
      });
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
