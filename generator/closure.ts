/**
 * The items, and everything that is reachable from them, in the order of discovery. Calls `next`
 * once for each item.
 */
export function closureOf<Item>(
  start: Iterable<Item>,
  next: (item: Item) => Iterable<Item>,
): Set<Item> {
  const reached = new Set(start);
  // Iterating a Set includes items that are added meanwhile.
  for (const item of reached) for (const neighbor of next(item)) reached.add(neighbor);
  return reached;
}
