/** The difference between a folder and the new output: sorted paths with `/`. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Files that an earlier run wrote, that are unchanged since, and that are no longer emitted. */
  readonly removed: readonly string[];
}

export function isSame({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}
