import pLimit from "p-limit";

/**
 * Works on all items, `limit` at a time. Once one fails nothing new begins, and work in flight comes to its end before the
 * failure is thrown, so that paid answers are kept.
 * @returns the results, in the items' order
 */
export async function inParallel<Item, Result>(
  items: Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const slot = pLimit(limit);
  let failed: { error: unknown } | undefined;
  const results: Result[] = [];
  const one = async (item: Item, index: number) => {
    if (failed) return;
    try {
      results[index] = await work(item);
    } catch (error) {
      failed ??= { error };
    }
  };
  await Promise.all(items.map((item, index) => slot(() => one(item, index))));
  if (failed) throw failed.error;
  return results;
}
