/** More files than this are not open at the same time. */
const batch = 64;

/** Does the same to each item, some at a time, and gives the results in the order of the items. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += batch) {
    results.push(...(await Promise.all(items.slice(start, start + batch).map(task))));
  }
  return results;
}
