/** Bounds the chapters asked of a book. */
export const chapterLimits = { min: 1, max: 30 } as const;

/** Bounds the words asked of a chapter, with the number for when none is asked. */
export const budgetLimits = { min: 200, max: 10_000, usual: 3000 } as const;

/** Bounds the parts of an outline, in characters; `lines` bounds lists. */
export const outlineLimits = {
  chapters: chapterLimits.max,
  title: 255,
  description: 2000,
  lines: 20,
  line: 500,
} as const;

export const isWithin = ({ min, max }: { min: number; max: number }, value: number) =>
  Number.isInteger(value) && value >= min && value <= max;
