/** Processor time that this thread has used, in milliseconds. */
function used(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Watches how long this thread works without giving others their turn, in its own processor time: what others do on the
 * machine meanwhile does not count.
 */
export function watchStretches() {
  let [longest, last] = [0, used()];
  const look = () => {
    longest = Math.max(longest, used() - last);
    last = used();
  };
  const beat = setInterval(look, 1);
  return {
    /** Does something that does not count. */
    apart<Result>(work: () => Result): Result {
      look();
      const result = work();
      last = used();
      return result;
    },
    /** Ends the watch. @returns the longest stretch, in milliseconds */
    stop(): number {
      look();
      clearInterval(beat);
      return longest;
    },
  };
}

/**
 * Measures time without what others on the machine took of it: a wait that ended late by more than the work of this thread
 * was late because the thread was not let run.
 */
export function watchStolen() {
  const everyMs = 10;
  const taken: { at: number; ms: number }[] = [];
  let [last, worked] = [performance.now(), used()];
  const look = () => {
    const [at, work] = [performance.now(), used()];
    const ms = at - last - everyMs - (work - worked);
    if (ms > 1) taken.push({ at, ms });
    [last, worked] = [at, work];
  };
  const beat = setInterval(look, everyMs);
  return {
    /** Milliseconds between two moments of `performance.now()`, those that were taken left out. */
    own(from: number, to = performance.now()): number {
      look();
      return to - from - taken.reduce((sum, { at, ms }) => (at > from && at <= to ? sum + ms : sum), 0);
    },
    stop: () => clearInterval(beat),
  };
}
