/** From so many words on, a paragraph said again word for word counts, and one said again nearly. */
export const [exactFrom, nearFrom] = [25, 30];

/** Paragraphs at least this similar say the same thing. */
export const threshold = 0.3;

/** Jaccard: what two sets share over what they hold together, 0 to 1. */
export function similarity<Item>(a: Set<Item>, b: Set<Item>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}
