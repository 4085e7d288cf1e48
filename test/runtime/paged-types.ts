// What must compile and what must not: the type check of the tests is the test. A line below
// `@ts-expect-error` that compiles is itself an error.
import type { APIPromise } from "../../templates/runtime/api-promise.js";
import type { ListPage } from "../../templates/runtime/page-reader.js";
import type { Paged, PagedOptions } from "../../templates/runtime/paged.js";
import type { PagingError } from "../../templates/runtime/paging-error.js";
import type { Result } from "../../templates/runtime/result.js";
import type { PagePosition } from "../../templates/runtime/walk.js";
import type { Failure } from "./things.js";

interface Thing {
  readonly id: string;
}

interface Things {
  readonly data: readonly Thing[];
  readonly total: number;
}

declare const things: Paged<Things, Thing, Failure>;

export const promise: APIPromise<Things, Failure> = things;
export const awaited: Promise<Result<Things, Failure>> = things.result();

export async function readings(): Promise<PagePosition | undefined> {
  const { total }: Things = await things;
  for await (const thing of things) {
    const { id }: Thing = thing;
    // @ts-expect-error an item has no such field
    thing.total;
    if (id === String(total)) break;
  }
  let next: PagePosition | undefined;
  for await (const page of things.pages()) {
    const typed: ListPage<Things, Thing> = page;
    next = typed.next;
    // @ts-expect-error items can't be changed
    page.items.push({ id: "a" });
    // @ts-expect-error `data` is a field of the result
    page.data;
  }
  for await (const result of things.results()) {
    if (result.ok) {
      const value: Things = result.value.value;
      void value;
    } else {
      const error: Failure | PagingError = result.error;
      if (error.kind === "paging") {
        const reason: "cycle" | "limit" | "foreign-origin" | "cursor" | "items" = error.reason;
        void reason;
      }
      // @ts-expect-error a failure may be another than that of the pages
      error.reason;
    }
  }
  const all: Thing[] = await things.all({ maxItems: 10 });
  void all;
  // @ts-expect-error the option has another name
  await things.all({ max: 10 });
  return next;
}

export const options: readonly PagedOptions[] = [
  { from: "a", maxPages: 1, maxItems: 2, prefetch: 1, timeoutMs: 1000 },
  { from: 7 },
  { from: undefined },
  // @ts-expect-error one page is the most
  { prefetch: 2 },
  // @ts-expect-error a position is text or a number
  { from: { offset: 7 } },
];
