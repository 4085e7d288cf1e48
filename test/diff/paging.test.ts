import { expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { json } from "../plan/blueprint.js";
import { changesBetween } from "./documents.js";

const text = { type: "string" };
const integer = { type: "integer" };

/** A document with one list, `pets.list`, that may be paged. */
function listing(query: JsonObject, operation: JsonObject = {}): JsonObject {
  const list = { type: "array", items: { type: "object", properties: { id: text } } };
  const parameters = Object.entries(query).map(([name, schema]) => ({ in: "query", name, schema }));
  const responses = {
    "200": json({ type: "object", properties: { data: list, next_cursor: text } }),
  };
  const get = { operationId: "list", tags: ["pets"], parameters, responses, ...operation };
  return { paths: { "/pets": { get } } };
}

const query = { limit: integer, offset: integer, after: text };
const cursor = {
  "x-redoclyPagination": { style: "cursor", cursorParam: "after", nextCursor: "/next_cursor" },
};
const offset = { "x-redoclyPagination": { style: "offset", offsetParam: "offset" } };
const none = { "x-redoclyPagination": false };

it.each<[name: string, old: JsonObject, next: JsonObject, want: readonly string[]]>([
  ["the same", listing(query, offset), listing(query, offset), []],
  ["known from another source", listing(query), listing(query, offset), []],
  [
    "new",
    listing(query, none),
    listing(query, offset),
    ["additive operation pets.list: its pages can be looped over, by offset offset, items in data"],
  ],
  [
    "gone",
    listing(query, offset),
    listing(query, none),
    ["breaking operation pets.list: it is no longer paged: loops over its items no longer compile"],
  ],
  [
    "another",
    listing(query, offset),
    listing(query, cursor),
    [
      "breaking operation pets.list: its pages follow by cursor after, items in data instead of by offset offset, items in data: stored positions no longer fit, and items may differ",
    ],
  ],
])("paging that is %s", (_, old, next, want) => {
  expect(changesBetween(old, next)).toEqual(want);
});
