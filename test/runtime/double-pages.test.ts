import { expect, test } from "vitest";
import { byCursor } from "../../templates/runtime/by-cursor.js";
import { byLinkHeader } from "../../templates/runtime/by-link-header.js";
import { byNextURL } from "../../templates/runtime/by-next-url.js";
import { byOffset } from "../../templates/runtime/by-offset.js";
import { byPage } from "../../templates/runtime/by-page.js";
import { ClientCore } from "../../templates/runtime/client-core.js";
import { doubleOf } from "../../templates/runtime/double.js";
import { type ListDescription, pagesOf } from "../../templates/runtime/double-pages.js";
import { queryParameter } from "../../templates/runtime/in-query.js";
import { json } from "../../templates/runtime/json.js";
import { operation } from "../../templates/runtime/operation.js";
import { type PagedOptions, paged } from "../../templates/runtime/paged.js";
import type { Walk } from "../../templates/runtime/walk.js";
import type { Failure } from "./things.js";

interface Thing {
  readonly id: number;
}

const listThings = operation("listThings", "GET", "/things", {
  parameters: { at: queryParameter },
  success: { 200: json },
});

const items = ["data"];
const input = { in: "query", path: ["at"] };

const lists: readonly [name: string, ListDescription, Walk][] = [
  [
    "a cursor",
    { kind: "cursor", items, input, next: ["next"] },
    byCursor({ items, cursor: ["at"], next: ["next"] }),
  ],
  [
    "the last item as a cursor",
    { kind: "cursor", items, input, next: ["data", -1, "id"] },
    byCursor({ items, cursor: ["at"], next: ["data", -1, "id"] }),
  ],
  [
    "a cursor in a header",
    { kind: "cursor", items, input, next: "X-Next" },
    byCursor({ items, cursor: ["at"], next: "X-Next" }),
  ],
  ["an offset", { kind: "offset", items, input }, byOffset({ items, offset: ["at"] })],
  [
    "an offset and a total",
    { kind: "offset", items, input, total: ["total"] },
    byOffset({ items, offset: ["at"], total: ["total"] }),
  ],
  [
    "page numbers",
    { kind: "page", items, input, first: 1, pages: ["pages"] },
    byPage({ items, page: ["at"], pages: ["pages"] }),
  ],
  [
    "page numbers without an end",
    { kind: "page", items, input, first: 1 },
    byPage({ items, page: ["at"] }),
  ],
  [
    "the next URL",
    { kind: "url", items, next: ["links", "next"] },
    byNextURL({ items, next: ["links", "next"] }),
  ],
  ["the Link header", { kind: "link", items }, byLinkHeader({ items })],
  ["a bare list", { kind: "offset", items: [], input }, byOffset({ items: [], offset: ["at"] })],
];

test.each(lists)("pages are scripted for %s", async (_, list, walk) => {
  const api = doubleOf({ listThings: { total: 1 } }, {}, pagesOf({ listThings: list }));
  const client = new ClientCore({ serverURL: "https://api.test", ...api.options }, {}, {});
  const call = (core: ClientCore, request: object = {}, options?: PagedOptions) =>
    paged<unknown, Thing, Failure>(core, listThings, walk, request, options);
  api.on(call).pages([[{ id: 1 }, { id: 2 }], [{ id: 3 }]]);
  const ids = async () => (await call(client).all()).map(({ id }) => id);
  expect(await ids()).toEqual([1, 2, 3]);
  // A second walk begins with the first page again.
  expect(await ids()).toEqual([1, 2, 3]);
});

test("an operation without paging has no script for pages", () => {
  const api = doubleOf({}, {}, pagesOf({}));
  const call = (core: ClientCore) =>
    paged<unknown, Thing, Failure>(core, listThings, byPage({ items, page: [] }));
  expect(() => api.on(call).pages([])).toThrow("listThings has no pages");
});
