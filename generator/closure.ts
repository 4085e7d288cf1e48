/**
 * The items, and everything that is reachable from them, in the order of discovery. Asks for the
 * neighbours of each item once.
 */
export function closureOf<Item>(
  start: Iterable<Item>,
  next: (item: Item) => Iterable<Item>,
): Set<Item> {
  const reached = new Set(start);
  // Iterating a Set includes items that are added meanwhile.
  for (const item of reached) for (const neighbour of next(item)) reached.add(neighbour);
  return reached;
}
