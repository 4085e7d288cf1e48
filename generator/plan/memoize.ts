/** Memoizes a pure function of two objects. */
export function memoize<First extends object, Second extends object, Result>(
  compute: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const cache = new WeakMap<First, WeakMap<Second, { readonly compute: Result }>>();
  return (first, second) => {
    const results = cache.get(first) ?? new WeakMap<Second, { readonly compute: Result }>();
    cache.set(first, results);
    const found = results.get(second) ?? { compute: compute(first, second) };
    results.set(second, found);
    return found.compute;
  };
}
