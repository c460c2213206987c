/** How long the parts of an outline may be, in characters; `lines` is how many a list has. */
export const outlineLimits = { chapters: 30, title: 255, description: 2000, lines: 20, line: 500 } as const;

/** How many words a chapter may be asked for. */
export const budgetLimits = { min: 200, max: 10_000 } as const;
