/** The Jaccard index of two sets, 0 to 1. */
export function similarity<Item>(a: Set<Item>, b: Set<Item>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}
