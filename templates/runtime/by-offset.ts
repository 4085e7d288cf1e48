import { isLast, numberAt, type Path, type Walk, type WalkSettings, withValueAt } from "./walk.js";

interface OffsetSettings extends WalkSettings {
  /** Where the request takes the number of items to skip. */
  readonly offset: Path;
  /** Where the result says whether there is another page: `false`, `null` and `""` mean no. */
  readonly more?: Path;
  /** Where the result has the number of all items. */
  readonly total?: Path;
  /** Where the request takes the size of a page, if a page with fewer items is the last. */
  readonly size?: Path;
}

/**
 * Each page skips the items that came before it, however many were requested: a server may return
 * fewer. An empty page is the last.
 */
export function byOffset({ offset, more, total, size, ...settings }: OffsetSettings): Walk {
  return {
    ...settings,
    isCounted: true,
    requestAt: (request, position) => withValueAt(request, offset, position),
    next: ({ request, value, items: { length } }) => {
      const next = (numberAt(request, offset) || 0) + length;
      const all = numberAt(value, total);
      const isEnd =
        length === 0 ||
        length < numberAt(request, size) ||
        isLast(value, more) ||
        // A server that doesn't count says 0 or -1.
        (all > 0 && next >= all);
      return isEnd ? undefined : next;
    },
  };
}
