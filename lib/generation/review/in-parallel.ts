import pLimit from "p-limit";

/** Begins nothing once one item fails; work in flight ends before the failure is thrown: paid answers are kept. */
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
