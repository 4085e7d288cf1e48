/** What distinguishes a folder from what it is to be: sorted paths with `/`. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Those of them that differ in nothing but what they say of their provenance. */
  readonly restamped: readonly string[];
  /** What an earlier run wrote and this one doesn't. */
  readonly removed: readonly string[];
}

export function isSame({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}
