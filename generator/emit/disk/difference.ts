/** How a folder differs from what would be written: sorted paths with `/`. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** What an earlier run wrote, is as it wrote it, and is no longer emitted. */
  readonly removed: readonly string[];
}

export function isSame({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}
