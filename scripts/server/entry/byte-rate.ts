/** Counts bytes against a rate, whose whole second may be used at once after a silence. */
export function createByteRate(bytesPerSecond: number) {
  let left = bytesPerSecond;
  let countedAt = performance.now();
  return {
    take(bytes: number) {
      left -= bytes;
    },
    /** The bytes that may still be taken now. */
    left() {
      const at = performance.now();
      left = Math.min(bytesPerSecond, left + ((at - countedAt) / 1000) * bytesPerSecond);
      countedAt = at;
      return left;
    },
  };
}
