/** A book of 300,000 words takes 23 s of processor time and 1.6 GB; one of usual length takes 1.2 s and 0.25 GB. */
export const bounds = {
  processorMs: 120_000,
  /** Others may want the processors too. */
  timeoutMs: 280_000,
  memoryBytes: 2 * 1024 ** 3,
} as const;
