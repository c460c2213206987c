/** Processor time that this thread has used, in milliseconds. */
function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Watches how long this thread blocks its event loop, in processor time of the thread: other processes of the machine do
 * not count.
 */
export function watchEventLoopBlocking() {
  let longestMs = 0;
  let lastMs = threadCpuMs();
  const look = () => {
    longestMs = Math.max(longestMs, threadCpuMs() - lastMs);
    lastMs = threadCpuMs();
  };
  const timer = setInterval(look, 1);
  return {
    exclude<Result>(work: () => Result): Result {
      look();
      const result = work();
      lastMs = threadCpuMs();
      return result;
    },
    /** Ends the watch. @returns the longest time without yielding, in milliseconds */
    stop(): number {
      look();
      clearInterval(timer);
      return longestMs;
    },
  };
}

/**
 * Measures time without the time that other processes took from this thread. A timer that fires late by more than the
 * thread's own work fires late because the thread was not scheduled.
 */
export function watchCpuSteal() {
  const everyMs = 10;
  const stolen: { at: number; ms: number }[] = [];
  let lastAt = performance.now();
  let lastCpuMs = threadCpuMs();
  const look = () => {
    const at = performance.now();
    const cpuMs = threadCpuMs();
    const ms = at - lastAt - everyMs - (cpuMs - lastCpuMs);
    if (ms > 1) stolen.push({ at, ms });
    lastAt = at;
    lastCpuMs = cpuMs;
  };
  const timer = setInterval(look, everyMs);
  return {
    /** Milliseconds between two values of `performance.now()`, stolen time left out. */
    elapsedMs(from: number, to = performance.now()): number {
      look();
      return to - from - stolen.reduce((sum, { at, ms }) => (at > from && at <= to ? sum + ms : sum), 0);
    },
    stop: () => clearInterval(timer),
  };
}
