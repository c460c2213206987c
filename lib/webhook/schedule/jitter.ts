const spread = 0.2;

/** Varies a delay in milliseconds by ±20 %, so that deliveries that failed together do not come back together. */
export const jitter = (delayMs: number) => Math.round(delayMs * (1 - spread + 2 * spread * Math.random()));
