/** How many chapters a book may be asked for. */
export const chapterLimits = { min: 1, max: 30 } as const;

/** How many words a chapter may be asked for, and how many it has unless it is. */
export const budgetLimits = { min: 200, max: 10_000, usual: 3000 } as const;

/** How long the parts of an outline may be, in characters; `lines` is how many a list has. */
export const outlineLimits = {
  chapters: chapterLimits.max,
  title: 255,
  description: 2000,
  lines: 20,
  line: 500,
} as const;

export const isWithin = ({ min, max }: { min: number; max: number }, value: number) =>
  Number.isInteger(value) && value >= min && value <= max;
