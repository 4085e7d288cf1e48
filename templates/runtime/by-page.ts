import {
  isLast,
  numberAt,
  type Path,
  valueAt,
  type Walk,
  type WalkSettings,
  withValueAt,
} from "./walk.js";

interface PageSettings extends WalkSettings {
  /** Where the request takes the number of the page. */
  readonly page: Path;
  /** The number of the first page. Default 1. */
  readonly first?: number;
  /** Where the result says whether there is another page: `false`, `null` and `""` mean no. */
  readonly more?: Path;
  /** Where the result has the number of pages. */
  readonly pages?: Path;
  /** Where the request takes the size of a page, if a page with fewer items is the last. */
  readonly size?: Path;
}

/**
 * Pages have consecutive numbers. The result says which page is the last; if it doesn't, that is
 * an empty page, or the page before a 404.
 */
export function byPage({ page, first = 1, more, pages, size, ...settings }: PageSettings): Walk {
  return {
    ...settings,
    isCounted: true,
    requestAt: (request, position) => withValueAt(request, page, position),
    isEnd: ({ status }) => status === 404,
    next: ({ request, value, items: { length } }) => {
      const own = numberAt(request, page);
      const next = (Number.isNaN(own) ? first : own) + 1;
      const count = numberAt(value, pages);
      const goesOn = count > 0 ? next - first < count : length > 0 || Boolean(valueAt(value, more));
      const isEnd = !goesOn || isLast(value, more) || length < numberAt(request, size);
      return isEnd ? undefined : next;
    },
  };
}
