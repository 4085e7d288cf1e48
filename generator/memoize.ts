/** Memoizes a pure function of an object. */
export function memoize<Key extends object, Result>(
  compute: (key: Key) => Result,
): (key: Key) => Result {
  const results = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known.result;
    const result = compute(key);
    results.set(key, { result });
    return result;
  };
}

/** Memoizes a pure function of two objects. */
export function memoizePair<First extends object, Second extends object, Result>(
  compute: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const withFirst = memoize((first: First) => memoize((second: Second) => compute(first, second)));
  return (first, second) => withFirst(first)(second);
}
