/** The part of a second whose bytes may come at once after a silence: they hold the event loop while they are read. */
const burst = 0.1;

/** Counts bytes against a rate. */
export function createByteRate(bytesPerSecond: number) {
  const most = bytesPerSecond * burst;
  let left = most;
  let countedAt = performance.now();
  return {
    take(bytes: number) {
      left -= bytes;
    },
    /** The bytes that may still be taken now. */
    left() {
      const at = performance.now();
      left = Math.min(most, left + ((at - countedAt) / 1000) * bytesPerSecond);
      countedAt = at;
      return left;
    },
  };
}
