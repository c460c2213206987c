/** A heading by its level: 0 is a style for titles of books, 1 to 6 are those of Markdown. */
export type Level = { level: number };

/** Which headings begin chapters, and which one is the title of the book. */
export type Plan = { title: number | undefined; starts: number[] };

/** Chapters begin at the highest level that occurs more than once; one heading above, and first, is the book’s title. */
export function planChapters(headings: Level[]): Plan {
  const levels = headings.map(({ level }) => level);
  const repeated = levels.filter((level, index) => levels.indexOf(level) !== index);
  const first = levels[0];
  if (first === undefined) return { title: undefined, starts: [] };
  const own = Math.min(...repeated);
  const isTitle = first < own && levels.filter((level) => level <= first).length === 1;
  if (repeated.length === 0)
    return first === 0 && levels.length > 1 ? { title: 0, starts: [1] } : { title: undefined, starts: [0] };
  const starts = levels.flatMap((level, index) => (level <= own && !(isTitle && index === 0) ? [index] : []));
  return { title: isTitle ? 0 : undefined, starts };
}
