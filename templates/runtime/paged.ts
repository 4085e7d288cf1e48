import { APIPromise } from "./api-promise.js";
import type { ClientCore, RequestOptions } from "./client-core.js";
import type { BaseError } from "./errors.js";
import { onAbort } from "./on-abort.js";
import type { Operation } from "./operation.js";
import { type Load, type LoadAt, pageLoader } from "./page-loader.js";
import { type ListPage, pageReader } from "./page-reader.js";
import { PagingError } from "./paging-error.js";
import type { Result } from "./result.js";
import type { PagePosition, Walk } from "./walk.js";

/** Options of a call that returns a list page by page. They apply to each page. */
export interface PagedOptions extends RequestOptions {
  /** Where to begin: the `next` of an earlier page. Default: where the request says. */
  readonly from?: PagePosition | undefined;
  /** The number of pages after which a loop ends. Default: no limit. */
  readonly maxPages?: number | undefined;
  /**
   * The number of items after which a loop ends. A loop over pages ends with the page that contains
   * the last item. Default: no limit.
   */
  readonly maxItems?: number | undefined;
  /** The number of pages to request while a loop handles an earlier one. Default 0. */
  readonly prefetch?: 0 | 1 | undefined;
}

/**
 * Calls an operation that returns a list page by page.
 *
 * The emitted functions declare `T`, `Item` and `E` from the document.
 */
export function paged<T, Item, E extends BaseError>(
  client: ClientCore,
  operation: Operation,
  walk: Walk,
  request?: object,
  options: PagedOptions = {},
): Paged<T, Item, E> {
  const loadAt = pageLoader<T, E>(client, operation, walk, request);
  return new Paged(loadAt(options.from, options), loadAt, walk, options);
}

/**
 * The promise of a list that arrives page by page. `await` returns the first page's result.
 *
 * A loop returns the items of all pages; the call itself requests the first page.
 */
export class Paged<T, Item, E extends BaseError> extends APIPromise<T, E> {
  readonly #first: Load<T, E>;
  readonly #loadAt: LoadAt<T, E>;
  readonly #walk: Walk;
  readonly #options: PagedOptions;

  constructor(first: Load<T, E>, loadAt: LoadAt<T, E>, walk: Walk, options: PagedOptions) {
    super(first.outcome);
    this.#first = first;
    this.#loadAt = loadAt;
    this.#walk = walk;
    this.#options = options;
  }

  /** The items of all pages. Throws the error of the page that fails. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    let { maxItems = Infinity } = this.#options;
    for await (const { items } of this.pages()) {
      for (const item of items) {
        if (maxItems <= 0) return;
        maxItems -= 1;
        yield item;
      }
    }
  }

  /** The pages one by one. Throws the error of the page that fails. */
  async *pages(): AsyncGenerator<ListPage<T, Item>, void, undefined> {
    for await (const result of this.results()) {
      if (!result.ok) throw result.error;
      yield result.value;
    }
  }

  /**
   * All items in a list.
   *
   * @throws {PagingError} with the reason `limit` if there are more than `maxItems`, 10 000 by
   * default.
   */
  async all({
    maxItems = 10_000,
  }: {
    readonly maxItems?: number | undefined;
  } = {}): Promise<Item[]> {
    const all: Item[] = [];
    for await (const item of this) {
      if (all.length >= maxItems) {
        const what = `more than ${maxItems} items: pass a higher maxItems, or loop over them`;
        throw new PagingError(this.#first.call, "limit", what);
      }
      all.push(item);
    }
    return all;
  }

  /** The pages one by one as results. Never throws: an error is the last result. */
  async *results(): AsyncGenerator<Result<ListPage<T, Item>, E | PagingError>, void, undefined> {
    const { maxPages = Infinity, maxItems = Infinity, prefetch, from, signal } = this.#options;
    const stop = new AbortController();
    const forget = onAbort(signal, () => stop.abort(signal?.reason));
    const options = { ...this.#options, signal: stop.signal, idempotencyKey: undefined };
    const read = pageReader<T, Item>(this.#walk, from);
    let position = from;
    let pending: Load<T, E> | undefined = this.#first;
    try {
      for (let pages = 0, items = 0; pages < maxPages && items < maxItems; ) {
        const load: Load<T, E> = pending ?? this.#loadAt(position, options);
        const result = await load.outcome;
        if (!result.ok) {
          const isAfterLast = position !== undefined && this.#walk.isEnd?.(result.error);
          if (!isAfterLast) yield result;
          return;
        }
        const { page, error } = read(load, result);
        pages += 1;
        items += page?.items.length ?? 0;
        position = page?.next;
        const isDone = error || position === undefined || pages >= maxPages || items >= maxItems;
        pending = prefetch && !isDone ? this.#loadAt(position, options) : undefined;
        if (page) yield { ok: true, value: page, response: page.response };
        if (error) yield { ok: false, error };
        if (isDone) return;
      }
    } finally {
      forget();
      stop.abort();
    }
  }
}
