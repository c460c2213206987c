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
