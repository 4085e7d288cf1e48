import { PagingError, RequestAbortedError, Things } from "#sdk";
import { type Case, expectEqual, expectTrue, type Place, sleep, spotFor } from "./case.js";

function listsAt(place: Place, reply: string) {
  const spot = spotFor(place, reply);
  const { pages: lists } = new Things({ serverURL: spot.url, retries: { strategy: "none" } });
  return { lists, spot };
}

/** What a loop gives, and why it ends. */
async function walked(items: AsyncIterable<number>): Promise<readonly [number[], string]> {
  const found: number[] = [];
  try {
    for await (const item of items) found.push(item);
    return [found, "end"];
  } catch (error) {
    return [found, error instanceof PagingError ? error.reason : String(error)];
  }
}

type Lists = Things["pages"];

/** A loop over the items of all pages. */
function loop(
  name: string,
  reply: string,
  call: (lists: Lists) => AsyncIterable<number>,
  want: readonly [items: number[], end: string, paths: readonly string[]],
): Case {
  return {
    name,
    run: async (place) => {
      const { lists, spot } = listsAt(place, reply);
      const [items, end] = await walked(call(lists));
      const paths = (await spot.arrivals()).map(({ path }) => path);
      expectEqual("walk", [items, end, paths], want);
    },
  };
}

export const pages: readonly Case[] = [
  loop(
    "a loop follows cursors, past an empty page",
    "pages-by-cursor",
    (lists) => lists.getCursor(),
    [[1, 2], "end", ["/pages/cursor", "/pages/cursor?cursor=b", "/pages/cursor?cursor=c"]],
  ),
  loop(
    "a loop ends where cursors go in a cycle",
    "pages-in-a-cycle",
    (lists) => lists.getCursor(),
    [[1, 2, 3], "cycle", ["/pages/cursor", "/pages/cursor?cursor=a", "/pages/cursor?cursor=b"]],
  ),
  loop("an offset follows what came", "pages-by-count", (lists) => lists.getOffset({ limit: 9 }), [
    [1, 2, 3],
    "end",
    ["/pages/offset?limit=9", "/pages/offset?limit=9&offset=2", "/pages/offset?limit=9&offset=3"],
  ]),
  loop("an offset that the server clamps ends", "pages-clamped", (lists) => lists.getOffset(), [
    [1, 2],
    "cycle",
    ["/pages/offset", "/pages/offset?offset=2"],
  ]),
  loop("a 404 after a page ends pages by number", "pages-until-404", (lists) => lists.getNumber(), [
    [1, 2],
    "end",
    ["/pages/number", "/pages/number?page=2", "/pages/number?page=3"],
  ]),
  loop("a loop follows URLs in results", "pages-by-url", (lists) => lists.getURL(), [
    [1, 2],
    "end",
    ["/pages/url", "/pages/url?cursor=b"],
  ]),
  loop("a loop doesn't leave the origin", "pages-elsewhere", (lists) => lists.getURL(), [
    [1],
    "foreign-origin",
    ["/pages/url"],
  ]),
  loop("a loop follows Link headers", "pages-by-link", (lists) => lists.getLink(), [
    [1, 2],
    "end",
    ["/pages/link", "/pages/link?page=b"],
  ]),
  loop("a result without its list is an error", "page-without-list", (lists) => lists.getCursor(), [
    [],
    "items",
    ["/pages/cursor"],
  ]),
  {
    name: "a list that is awaited and looped over requests its first page once",
    run: async (place) => {
      const { lists, spot } = listsAt(place, "pages-by-url");
      const call = lists.getURL();
      expectEqual("first page", (await call).data, [1]);
      expectEqual("items", await call.all(), [1, 2]);
      expectEqual("requests", (await spot.arrivals()).length, 2);
    },
  },
  {
    name: "a loop that is left aborts the page that it prefetched",
    run: async (place) => {
      const { lists, spot } = listsAt(place, "page-then-silent");
      for await (const { items } of lists.getCursor({}, { prefetch: 1 }).pages()) {
        expectEqual("items", items, [1]);
        while ((await spot.arrivals()).length < 2) await sleep(10);
        break;
      }
    },
  },
  {
    name: "a signal ends a walk between pages",
    run: async (place) => {
      const { lists, spot } = listsAt(place, "pages-by-cursor");
      const controller = new AbortController();
      const found: unknown[] = [];
      const options = { signal: controller.signal };
      for await (const result of lists.getCursor({}, options).results()) {
        found.push(result.ok ? result.value.items : result.error);
        controller.abort();
      }
      expectEqual("first page", found[0], [1]);
      expectTrue("an aborted request is last", found[1] instanceof RequestAbortedError);
      expectEqual("requests", (await spot.arrivals()).length, 1);
    },
  },
];
