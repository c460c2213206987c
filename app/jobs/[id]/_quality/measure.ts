/** `info`: neither good nor bad. */
export type Measure = { name: string; verdict: "good" | "look" | "info"; value: string; meaning: string };
