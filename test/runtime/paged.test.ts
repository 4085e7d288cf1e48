import { describe, expect, test } from "vitest";
import { bearer } from "../../templates/runtime/bearer.js";
import { jsonBody } from "../../templates/runtime/body-json.js";
import { byCursor } from "../../templates/runtime/by-cursor.js";
import { byLinkHeader } from "../../templates/runtime/by-link-header.js";
import { byNextURL } from "../../templates/runtime/by-next-url.js";
import { byOffset } from "../../templates/runtime/by-offset.js";
import { byPage } from "../../templates/runtime/by-page.js";
import { RequestAbortedError, SDKError } from "../../templates/runtime/errors.js";
import { idempotencyHeader } from "../../templates/runtime/idempotency.js";
import { json as jsonReader } from "../../templates/runtime/json.js";
import { operation } from "../../templates/runtime/operation.js";
import { type PagedOptions, paged } from "../../templates/runtime/paged.js";
import { PagingError } from "../../templates/runtime/paging-error.js";
import type { Walk } from "../../templates/runtime/walk.js";
import { listPages as listThings } from "./list-pages.js";
import { json, type Reply, serve, silent, text } from "./server.js";
import { clientWith, type Failure, type Setup, testClock } from "./things.js";

const findThings = operation("findThings", "POST", "/things/find", {
  body: jsonBody,
  success: { 200: jsonReader },
});

const cursorWalk = byCursor({
  items: ["data"],
  cursor: ["cursor"],
  next: ["next"],
  more: ["has_more"],
});
const offsetWalk = byOffset({
  items: ["data"],
  offset: ["offset"],
  total: ["total"],
  more: ["has_more"],
});
const pageWalk = byPage({ items: ["data"], page: ["page"], pages: ["pages"], more: ["has_more"] });
const urlWalk = byNextURL({ items: ["data"], next: ["next"] });
const linkWalk = byLinkHeader({ items: [] });

interface Given {
  readonly walk: Walk;
  readonly replies: readonly [Reply, ...Reply[]];
  readonly request?: object;
  readonly options?: PagedOptions;
  readonly setup?: Setup;
}

/** What a walk gives: its items, why it ends, and the requests it sends. */
async function walked({ walk, replies, request, options, setup }: Given) {
  const server = await serve(...replies);
  const client = clientWith({ serverURL: server.url, ...setup });
  const call = paged<unknown, unknown, Failure>(client, listThings, walk, request, options);
  const pages: (readonly unknown[])[] = [];
  let end: unknown = "end";
  let next: unknown;
  for await (const result of call.results()) {
    if (result.ok) pages.push(result.value.items);
    if (result.ok) next = result.value.next;
    else end = result.error instanceof PagingError ? result.error.reason : result.error.name;
  }
  return { pages, end, next, urls: server.requests.map(({ url }) => url), server };
}

async function listFrom<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const data = (items: unknown, more: object = {}) => json(200, { data: items, ...more });
const link = (items: readonly unknown[], value?: string) =>
  json(200, items, value === undefined ? {} : { Link: value });
const absent = data([2]);

interface Row extends Omit<Given, "walk"> {
  readonly name: string;
  readonly walk?: Walk;
  readonly pages: readonly (readonly unknown[])[];
  readonly end?: string;
  readonly urls?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: "no next cursor ends",
    replies: [data([1], { next: "b" }), absent],
    pages: [[1], [2]],
    urls: ["/things", "/things?cursor=b"],
  },
  {
    name: "a next cursor of null ends",
    replies: [data([1], { next: "b" }), data([2], { next: null })],
    pages: [[1], [2]],
  },
  { name: "a next cursor of false ends", replies: [data([1], { next: false })], pages: [[1]] },
  { name: "an empty next cursor ends", replies: [data([1], { next: "" })], pages: [[1]] },
  {
    name: "an empty next cursor continues if that is declared",
    walk: byCursor({ items: ["data"], cursor: ["cursor"], next: ["next"], takesEmpty: true }),
    replies: [data([1], { next: "" }), absent],
    pages: [[1], [2]],
    urls: ["/things", "/things?cursor="],
  },
  {
    name: "a number as cursor is sent as it came",
    replies: [data([1], { next: 0 }), absent],
    pages: [[1], [2]],
    urls: ["/things", "/things?cursor=0"],
  },
  {
    name: "an object as cursor fails after its page",
    replies: [data([1], { next: { id: 1 } })],
    pages: [[1]],
    end: "cursor",
  },
  {
    name: "a list as cursor fails after its page",
    replies: [data([1], { next: ["b"] })],
    pages: [[1]],
    end: "cursor",
  },
  {
    name: "an empty page with a next cursor continues",
    replies: [data([1], { next: "b" }), data([], { next: "c" }), data([3])],
    pages: [[1], [], [3]],
  },
  {
    name: "has_more: false ends, whatever the cursor",
    replies: [data([1], { next: "b", has_more: false })],
    pages: [[1]],
    urls: ["/things"],
  },
  {
    name: "has_more: true without a cursor ends",
    replies: [data([1], { has_more: true })],
    pages: [[1]],
  },
  {
    name: "a cursor that repeats fails",
    replies: [data([1], { next: "b" }), data([2], { next: "b" })],
    pages: [[1], [2]],
    end: "cycle",
    urls: ["/things", "/things?cursor=b"],
  },
  {
    name: "a cycle of cursors fails",
    replies: [data([1], { next: "a" }), data([2], { next: "b" }), data([3], { next: "a" })],
    pages: [[1], [2], [3]],
    end: "cycle",
  },
  {
    name: "the cursor that a walk begins with repeats",
    options: { from: "a" },
    replies: [data([1], { next: "a" })],
    pages: [[1]],
    end: "cycle",
    urls: ["/things?cursor=a"],
  },
  {
    name: "a header has the next cursor",
    walk: byCursor({ items: [], cursor: ["page"], next: "X-Next-Page" }),
    replies: [json(200, [1], { "X-Next-Page": "2" }), json(200, [2], { "X-Next-Page": "" })],
    pages: [[1], [2]],
    urls: ["/things", "/things?page=2"],
  },
  {
    name: "the last item has the next cursor",
    walk: byCursor({ items: [], cursor: ["cursor"], next: [-1, "id"] }),
    replies: [json(200, [{ id: 1 }, { id: 2 }]), json(200, [])],
    pages: [[{ id: 1 }, { id: 2 }], []],
    urls: ["/things", "/things?cursor=2"],
  },
  {
    name: "an offset follows what came, not the limit",
    walk: offsetWalk,
    request: { limit: 1000 },
    replies: [data([1, 2]), data([3]), data([])],
    pages: [[1, 2], [3], []],
    urls: ["/things?limit=1000", "/things?offset=2&limit=1000", "/things?offset=3&limit=1000"],
  },
  {
    name: "an offset goes on from the caller's",
    walk: offsetWalk,
    request: { offset: 40 },
    replies: [data([1, 2]), data([])],
    pages: [[1, 2], []],
    urls: ["/things?offset=40", "/things?offset=42"],
  },
  {
    name: "an offset ends at the total",
    walk: offsetWalk,
    replies: [data([1, 2], { total: 3 }), data([3], { total: 3 })],
    pages: [[1, 2], [3]],
  },
  {
    name: "a total that shrinks ends an offset early",
    walk: offsetWalk,
    replies: [data([1, 2], { total: 9 }), data([3], { total: 2 })],
    pages: [[1, 2], [3]],
  },
  {
    name: "a total of -1, 0 or null counts nothing",
    walk: offsetWalk,
    replies: [
      data([1], { total: -1 }),
      data([2], { total: 0 }),
      data([3], { total: null }),
      data([]),
    ],
    pages: [[1], [2], [3], []],
  },
  {
    name: "has_more: false ends an offset",
    walk: offsetWalk,
    replies: [data([1], { has_more: false })],
    pages: [[1]],
  },
  {
    name: "a short page ends an offset only if that is declared",
    walk: byOffset({ items: ["data"], offset: ["offset"], size: ["limit"] }),
    request: { limit: 2 },
    replies: [data([1, 2]), data([3])],
    pages: [[1, 2], [3]],
  },
  {
    name: "an offset that the server clamps repeats a page",
    walk: offsetWalk,
    replies: [data([1, 2]), data([2, 3])],
    pages: [
      [1, 2],
      [2, 3],
    ],
    end: "cycle",
  },
  {
    name: "a server that ignores the offset repeats its page",
    walk: offsetWalk,
    replies: [data([{ id: 1 }, { id: 2 }])],
    pages: [[{ id: 1 }, { id: 2 }]],
    end: "cycle",
  },
  {
    name: "pages count from 1 and end with an empty one",
    walk: pageWalk,
    replies: [data([1]), data([2]), data([])],
    pages: [[1], [2], []],
    urls: ["/things", "/things?page=2", "/things?page=3"],
  },
  {
    name: "pages count from 0 if the document says so",
    walk: byPage({ items: ["data"], page: ["page"], first: 0, pages: ["pages"] }),
    replies: [data([1], { pages: 2 }), data([2], { pages: 2 })],
    pages: [[1], [2]],
    urls: ["/things", "/things?page=1"],
  },
  {
    name: "pages end at the number of pages, past empty ones",
    walk: pageWalk,
    request: { page: 2 },
    replies: [data([], { pages: 3 }), data([3], { pages: 3 })],
    pages: [[], [3]],
    urls: ["/things?page=2", "/things?page=3"],
  },
  {
    name: "has_more: true continues past an empty page",
    walk: pageWalk,
    replies: [data([], { has_more: true }), data([2], { has_more: false })],
    pages: [[], [2]],
  },
  {
    name: "a 404 after a page ends pages by number",
    walk: pageWalk,
    replies: [data([1]), json(404, {})],
    pages: [[1]],
  },
  {
    name: "a 404 of the first page is an error",
    walk: pageWalk,
    replies: [json(404, {})],
    pages: [],
    end: "SDKError",
  },
  {
    name: "a 404 after a page is an error of a cursor",
    replies: [data([1], { next: "b" }), json(404, {})],
    pages: [[1]],
    end: "SDKError",
  },
  {
    name: "a missing list is an error",
    replies: [json(200, { items: [1] })],
    pages: [],
    end: "items",
  },
  {
    name: "an object in place of the list is an error",
    replies: [data({ 0: 1 })],
    pages: [],
    end: "items",
  },
  { name: "a list of null is empty", replies: [data(null)], pages: [[]] },
  {
    name: "a list that the document lets a result lack is empty",
    walk: byCursor({ items: ["data"], cursor: ["cursor"], next: ["next"], isSparse: true }),
    replies: [json(200, { next: "b" }), absent],
    pages: [[], [2]],
  },
  {
    name: "a list in place of an object is the items",
    walk: offsetWalk,
    replies: [json(200, [1, 2]), json(200, [])],
    pages: [[1, 2], []],
  },
  {
    name: "a next URL replaces the query",
    walk: urlWalk,
    request: { limit: 2 },
    replies: [data([1], { next: "/things?page=b&x=1" }), absent],
    pages: [[1], [2]],
    urls: ["/things?limit=2", "/things?page=b&x=1"],
  },
  {
    name: "a next URL on another path is followed",
    walk: urlWalk,
    replies: [data([1], { next: "/more/b" }), absent],
    pages: [[1], [2]],
    urls: ["/things", "/more/b"],
  },
  {
    name: "a next URL relative to the last one is followed",
    walk: urlWalk,
    replies: [data([1], { next: "?page=b" }), data([2], { next: { href: "things/c" } }), data([3])],
    pages: [[1], [2], [3]],
    urls: ["/things", "/things?page=b", "/things/c"],
  },
  {
    name: "a next URL on another origin fails",
    walk: urlWalk,
    replies: [data([1], { next: "https://evil.example/things" })],
    pages: [[1]],
    end: "foreign-origin",
  },
  {
    name: "an invalid next URL fails",
    walk: urlWalk,
    replies: [data([1], { next: "http://[" })],
    pages: [[1]],
    end: "cursor",
  },
  {
    name: "a next URL that repeats fails",
    walk: urlWalk,
    replies: [data([1], { next: "/things?page=b" }), data([2], { next: "/things?page=b" })],
    pages: [[1], [2]],
    end: "cycle",
  },
  {
    name: "a Link header leads on",
    walk: linkWalk,
    replies: [link([1], '</things?page=2>; rel="next"'), link([2], '</things>; rel="prev"')],
    pages: [[1], [2]],
    urls: ["/things", "/things?page=2"],
  },
];

describe("a loop over pages", () => {
  test.each(rows)("$name", async ({ pages, end = "end", urls, name: _, ...given }) => {
    const found = await walked({ walk: cursorWalk, ...given });
    expect(found.pages).toEqual(pages);
    expect(found.end).toBe(end);
    if (urls) expect(found.urls).toEqual(urls);
  });

  test("fails after 100 empty pages in a row", async () => {
    let count = 0;
    const empty: Reply = (response) => {
      count += 1;
      data([], { next: String(count) })(response);
    };
    const { pages, end, urls, next } = await walked({ walk: cursorWalk, replies: [empty] });
    expect([pages.length, end, urls.length, next]).toEqual([100, "limit", 100, "100"]);
  });

  test("doesn't fail after 99", async () => {
    let count = 0;
    const reply: Reply = (response) => {
      count += 1;
      data(count === 100 ? ["last"] : [], count === 100 ? {} : { next: count })(response);
    };
    const { pages, end } = await walked({ walk: cursorWalk, replies: [reply] });
    expect([pages.length, pages.at(-1), end]).toEqual([100, ["last"], "end"]);
  });

  test("detects a long cycle after other pages", async () => {
    let count = 0;
    const reply: Reply = (response) => {
      count += 1;
      data([count], { next: count < 7 ? count : 7 + (count % 5) })(response);
    };
    const { end, pages } = await walked({ walk: cursorWalk, replies: [reply] });
    expect(end).toBe("cycle");
    expect(pages.length).toBeLessThan(40);
  });
});

describe("a Link header", () => {
  test.each([
    ['</a>; rel=prev, </b>; rel="last next"', "/b"],
    ['</a,b;c>; rel="prev", </d,e>; rel=next', "/d,e"],
    ["</b>;REL = NEXT ; x=y", "/b"],
    ['</a>; title="x, </c>; rel=next", </b>; title="\\""; rel="next"', "/b"],
    ['</a>; rel="nextish", </b>; rel="next"', "/b"],
    ["</a>; rel=previous", undefined],
    ["</a>", undefined],
    ["rel=next", undefined],
    ["</a>; rel=prev, ; rel=next", undefined],
    ['</a>; x="; rel=next', undefined],
    ["", undefined],
  ])("%s", async (header, second) => {
    const { urls } = await walked({ walk: linkWalk, replies: [link([1], header), link([2])] });
    expect(urls).toEqual(["/things", ...(second === undefined ? [] : [second])]);
  });
});

test.each(["<", "<>", "<>; rel = ", "<>;", '"', '"\\', '; rel="', "; rel   "])(
  "a Link header of 100,000 characters, %s again and again, is read in time",
  (part) => {
    const headers = { Link: `${part.repeat(100_000 / part.length)}x` };
    const response = new Response("[]", { headers });
    const request = { method: "GET", url: "https://api.test/", operationId: "list" };
    const call = { request, attempts: 1, secrets: [] };
    expect(linkWalk.next({ request: {}, value: [], items: [], response, call })).toBe(undefined);
  },
);

describe("the first page", () => {
  const replies = [data([1], { next: "b" }), data([2])] as const;

  test("is requested once, even if awaited and iterated", async () => {
    const server = await serve(...replies);
    const client = clientWith({ serverURL: server.url });
    const call = paged<{ data: number[] }, number, Failure>(client, listThings, cursorWalk);
    expect(await call).toEqual({ data: [1], next: "b" });
    expect(server.requests).toHaveLength(1);
    const items: number[] = [];
    for await (const item of call) items.push(item);
    expect(items).toEqual([1, 2]);
    expect((await call.withResponse()).response.status).toBe(200);
    expect(server.requests).toHaveLength(2);
  });

  test("is all that `await` requests", async () => {
    const server = await serve(...replies);
    const client = clientWith({ serverURL: server.url });
    const result = await paged(client, listThings, cursorWalk).result();
    expect(result.ok && result.value).toEqual({ data: [1], next: "b" });
    expect(server.requests).toHaveLength(1);
  });

  test("raises no unhandled rejection if its failure isn't read", async () => {
    const server = await serve(json(400, {}));
    const call = paged(clientWith({ serverURL: server.url }), listThings, cursorWalk);
    expect((await call.result()).ok).toBe(false);
    await expect(call.all()).rejects.toThrow(SDKError);
  });
});

describe("limits", () => {
  const endless = () => {
    let count = 0;
    const reply: Reply = (response) => {
      count += 2;
      data([count - 2, count - 1], { next: count })(response);
    };
    return reply;
  };
  const listing = async (options: PagedOptions = {}) => {
    const server = await serve(endless());
    const client = clientWith({ serverURL: server.url });
    return {
      server,
      call: paged<unknown, number, Failure>(client, listThings, cursorWalk, {}, options),
    };
  };

  test("maxItems ends a loop, and requests no unneeded page", async () => {
    const { server, call } = await listing({ maxItems: 4 });
    expect(await call.all()).toEqual([0, 1, 2, 3]);
    expect(server.requests).toHaveLength(2);
  });

  test("maxItems ends within a page, and a loop over pages after it", async () => {
    const { call } = await listing({ maxItems: 3 });
    expect(await call.all()).toEqual([0, 1, 2]);
    const pages = await listFrom(call.pages());
    expect(pages).toHaveLength(2);
  });

  test("maxPages ends a loop, and its last page can be continued", async () => {
    const { server, call } = await listing({ maxPages: 2 });
    const pages = await listFrom(call.pages());
    expect(pages.map(({ next }) => next)).toEqual([2, 4]);
    expect(server.requests).toHaveLength(2);
  });

  test("all() fails beyond its bound", async () => {
    const { call } = await listing();
    const error = await call.all({ maxItems: 5 }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(PagingError);
    expect(error).toMatchObject({
      kind: "paging",
      status: undefined,
      reason: "limit",
      message: "listThings: more than 5 items: pass a higher maxItems, or loop over them",
    });
  });

  test("all() takes exactly its bound", async () => {
    const { pages: _, server } = await walked({ walk: cursorWalk, replies: [data([1, 2])] });
    const client = clientWith({ serverURL: server.url });
    expect(await paged(client, listThings, cursorWalk).all({ maxItems: 2 })).toEqual([1, 2]);
  });
});

describe("continuing", () => {
  test("from a page's `next`, through JSON", async () => {
    const found = await walked({
      walk: offsetWalk,
      options: { from: JSON.parse(JSON.stringify(7)) },
      request: { limit: 5 },
      replies: [data([1]), data([])],
    });
    expect(found.urls).toEqual(["/things?offset=7&limit=5", "/things?offset=8&limit=5"]);
  });

  test.each(["//evil.example/x", "@evil.example/x", "https://evil.example/x"])(
    "from %s stays on the server's origin",
    async (from) => {
      const found = await walked({ walk: urlWalk, options: { from }, replies: [data([1])] });
      expect(found.urls).toEqual([`/${from.slice(1)}`]);
    },
  );

  test("after a failure, from the last received page", async () => {
    const server = await serve(data([1], { next: "b" }), json(500, {}), absent);
    const client = clientWith({ serverURL: server.url, retries: { strategy: "none" } });
    let from: PagedOptions["from"];
    let failure: unknown;
    for await (const result of paged(client, listThings, cursorWalk).results()) {
      if (result.ok) from = result.value.next;
      else failure = result.error;
    }
    expect(failure).toMatchObject({ status: 500 });
    expect(await paged(client, listThings, cursorWalk, {}, { from }).all()).toEqual([2]);
  });

  test("with the retries of each page", async () => {
    const clock = testClock();
    const found = await walked({
      walk: cursorWalk,
      setup: { clock },
      replies: [data([1], { next: "b" }), json(429, {}, { "Retry-After": "2" }), absent],
    });
    expect(found).toMatchObject({ pages: [[1], [2]], end: "end" });
    expect(clock.slept).toEqual([2000]);
  });

  test("with the time limit of each page", async () => {
    const found = await walked({
      walk: cursorWalk,
      options: { timeoutMs: 50, retries: { strategy: "none" } },
      replies: [data([1], { next: "b" }), silent],
    });
    expect(found).toMatchObject({ pages: [[1]], end: "RequestTimeoutError" });
  });

  test("with the credentials, and with a base path, at a next URL", async () => {
    const server = await serve(data([1], { next: "?page=b" }), absent);
    const client = clientWith({
      serverURL: `${server.url}/v1`,
      api: { security: [[bearer(["bearerAuth", "THINGS_TOKEN"])]] },
      credentials: { bearerAuth: "secret" },
    });
    const call = paged(client, listThings, urlWalk);
    expect(await call.all()).toEqual([1, 2]);
    expect(server.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ["/v1/things", "Bearer secret"],
      ["/v1/things?page=b", "Bearer secret"],
    ]);
  });

  test("names the URL of the page that fails", async () => {
    const server = await serve(data([1], { next: "/b" }), json(400, {}));
    const call = paged(clientWith({ serverURL: server.url }), listThings, urlWalk);
    const results = await listFrom(call.results());
    expect(results.at(-1)).toMatchObject({ error: { request: { url: `${server.url}/b` } } });
  });

  test("with a cursor in a body, which is copied for each page", async () => {
    const server = await serve(data([1], { next: "b" }), absent);
    const request = { filter: "x", page: { size: 2 } };
    const walk = byCursor({ items: ["data"], cursor: ["page", "cursor"], next: ["next"] });
    const call = paged(clientWith({ serverURL: server.url }), findThings, walk, request);
    expect(await call.all()).toEqual([1, 2]);
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([
      { filter: "x", page: { size: 2 } },
      { filter: "x", page: { size: 2, cursor: "b" } },
    ]);
    expect(request).toEqual({ filter: "x", page: { size: 2 } });
  });

  test("with a new idempotency key for each page", async () => {
    const walk = byCursor({ items: ["data"], cursor: ["cursor"], next: ["next"] });
    const find = { ...findThings, idempotency: idempotencyHeader("Idempotency-Key") };
    const server = await serve(data([1], { next: "b" }), absent);
    const client = clientWith({ serverURL: server.url });
    await paged<unknown, unknown, Failure>(client, find, walk).all();
    const [first, second] = server.requests.map(({ headers }) => headers["idempotency-key"]);
    expect([first, second]).toEqual([expect.any(String), expect.any(String)]);
    expect(first).not.toBe(second);
  });

  test("doesn't retry a POST", async () => {
    const server = await serve(data([1], { next: "b" }), json(500, {}), absent);
    const walk = byCursor({ items: ["data"], cursor: ["cursor"], next: ["next"] });
    const call = paged(clientWith({ serverURL: server.url }), findThings, walk);
    await expect(call.all()).rejects.toMatchObject({ status: 500, attempts: 1 });
  });
});

describe("ending early", () => {
  const replies = [data([1], { next: "b" }), silent] as const;

  test("by the signal between pages sends nothing more", async () => {
    const server = await serve(...replies);
    const controller = new AbortController();
    const client = clientWith({ serverURL: server.url });
    const call = paged(client, listThings, cursorWalk, {}, { signal: controller.signal });
    const found: unknown[] = [];
    for await (const result of call.results()) {
      found.push(result.ok ? result.value.items : result.error);
      controller.abort("enough");
    }
    expect(found).toEqual([[1], expect.any(RequestAbortedError)]);
    expect(found[1]).toMatchObject({ cause: "enough", attempts: 0 });
    expect(server.requests).toHaveLength(1);
  });

  test("by the signal during a page", async () => {
    const server = await serve(...replies);
    const signal = AbortSignal.timeout(100);
    const client = clientWith({ serverURL: server.url });
    const call = paged(client, listThings, cursorWalk, {}, { signal });
    await expect(call.all()).rejects.toThrow(RequestAbortedError);
  });

  test("a loop requests no page that it doesn't need", async () => {
    const server = await serve(...replies);
    for await (const _ of paged(clientWith({ serverURL: server.url }), listThings, cursorWalk))
      break;
    expect(server.requests).toHaveLength(1);
  });

  test("a loop aborts the page that it prefetched", async () => {
    const server = await serve(...replies);
    const client = clientWith({ serverURL: server.url });
    const call = paged(client, listThings, cursorWalk, {}, { prefetch: 1 });
    for await (const _ of call.pages()) {
      await expect.poll(() => server.requests.length).toBe(2);
      break;
    }
    await expect.poll(() => server.openRequests()).toBe(0);
  });

  test("prefetch requests the next page, and no page after the last", async () => {
    const server = await serve(data([1], { next: "b" }), data([2], { next: "c" }), data([3]));
    const client = clientWith({ serverURL: server.url });
    const call = paged(client, listThings, cursorWalk, {}, { prefetch: 1, maxPages: 2 });
    expect(await call.all()).toEqual([1, 2]);
    expect(server.requests).toHaveLength(2);
  });
});

test("a page has the whole result and its response", async () => {
  const server = await serve(data([1], { total: 1 }));
  const call = paged(clientWith({ serverURL: server.url }), listThings, cursorWalk);
  const [page] = await listFrom(call.pages());
  expect(page).toMatchObject({ items: [1], value: { data: [1], total: 1 }, next: undefined });
  expect(page?.response.status).toBe(200);
});

test("an error of a page has its request", async () => {
  const { server } = await walked({ walk: cursorWalk, replies: [text(200, "{}")] });
  const call = paged(clientWith({ serverURL: server.url }), listThings, cursorWalk);
  const error = await call.all().catch((error: unknown) => error);
  expect(error).toMatchObject({
    name: "PagingError",
    message: "listThings: no list at /data",
    attempts: 1,
    request: { method: "GET", url: `${server.url}/things`, operationId: "listThings" },
  });
});
