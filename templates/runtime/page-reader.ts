import type { Load } from "./page-loader.js";
import { PagingError, type PagingReason } from "./paging-error.js";
import { type PagePosition, valueAt, type Walk } from "./walk.js";

/** A page of a list. */
export interface ListPage<T, Item> {
  readonly items: readonly Item[];
  /** The whole result, as `await` returns it. */
  readonly value: T;
  readonly response: Response;
  /**
   * Where the next page begins, as plain JSON; `undefined` on the last page. Pass it as `from` to
   * continue later.
   */
  readonly next: PagePosition | undefined;
}

/** A successful response. */
interface Arrived<T> {
  readonly value: T;
  readonly response: Response;
}

/** A page, unless the result has no items, and why the walk can't continue after it. */
interface Reading<T, Item> {
  readonly page?: ListPage<T, Item>;
  readonly error?: PagingError | undefined;
}

/** Empty pages in a row after which a walk fails. */
const mostEmpty = 100;

/** Reads the pages of one walk, in their order. */
export function pageReader<T, Item>(
  walk: Walk,
  from: PagePosition | undefined,
): (load: Load<T, unknown>, arrived: Arrived<T>) => Reading<T, Item> {
  const isRepeated = cycleFinder(from);
  let empty = 0;
  return ({ call, request }, { value, response }) => {
    const failed = (reason: PagingReason, what: string) => new PagingError(call, reason, what);
    const items = itemsIn<Item>(value, walk);
    if (!items) return { error: failed("items", `no list at /${walk.items.join("/")}`) };
    empty = items.length > 0 ? 0 : empty + 1;
    if (walk.isCounted && !empty && isRepeated(JSON.stringify([items[0], items.at(-1)]))) {
      return { error: failed("cycle", "the server returned a page again") };
    }
    const found = walk.next({ call, request, value, items, response });
    const next = isPosition(found, walk) ? found : undefined;
    const errorAfter = () => {
      if (found instanceof PagingError) return found;
      if (next === undefined) return found ? failed("cursor", "the cursor isn't text") : undefined;
      if (empty >= mostEmpty) return failed("limit", `${mostEmpty} empty pages in a row`);
      const isCycle = !walk.isCounted && isRepeated(next);
      return isCycle ? failed("cycle", "the server returned a cursor again") : undefined;
    };
    return { page: { items, value, response, next }, error: errorAfter() };
  };
}

function isPosition(found: unknown, { takesEmpty }: Walk): found is PagePosition {
  return typeof found === "number" || (typeof found === "string" && (takesEmpty || found !== ""));
}

/** The items of a result; `undefined` if it has none. A list that is `null` is empty. */
function itemsIn<Item>(value: unknown, { items, isSparse }: Walk): readonly Item[] | undefined {
  const found = Array.isArray(value) ? value : valueAt(value, items);
  if (found === null || (isSparse && found === undefined)) return [];
  // The cast relies on the document: it describes the items.
  return Array.isArray(found) ? (found as Item[]) : undefined;
}

/**
 * Finds every cycle in constant memory: keeps one value and replaces it after 1, 2, 4, … others
 * (Brent's algorithm). The last value is compared too, which finds a repetition at once.
 */
function cycleFinder(start: unknown): (value: unknown) => boolean {
  let [last, kept, age, power] = [start, start, 0, 1];
  return (value) => {
    const isKnown = value === last || value === kept;
    last = value;
    age += 1;
    if (age === power) [kept, age, power] = [value, 0, power * 2];
    return isKnown;
  };
}
