const spread = 0.2;

/** A delay in milliseconds, ±20 %, so that what failed together does not come back together. */
export const jitter = (delay: number) => Math.round(delay * (1 - spread + 2 * spread * Math.random()));
