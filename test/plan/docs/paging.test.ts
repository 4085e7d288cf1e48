import { describe, expect, it } from "vitest";
import type { Parameter, Schema } from "../../../generator/model/api.js";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { callFrom } from "../../../generator/plan/call/call.js";
import { pagingOf } from "../../../generator/plan/docs/paging.js";
import { field, json, list, object, operation, response, schema, text } from "./fixture.js";

const integer = (constraints: readonly string[] = []) =>
  schema({ kind: "scalar", type: "integer", format: null }, { constraints });

function query(name: string, of: Schema): Parameter {
  return {
    ...field(name, of),
    in: "query",
    alias: null,
    examples: [],
    global: null,
    serialization: null,
  };
}

function pagingFor(parameters: readonly Parameter[], result: Schema, method = "get") {
  const node = operation("list", {
    method,
    parameters,
    success: [response(200, { content: json(result) })],
  });
  return pagingOf(callFrom(node, { schemas: [], security: [] }), schemaFinder([]));
}

const cursor = query("cursor", text());
const limit = query("limit", integer());
const offset = query("offset", integer());
const names = list(text());
const next = field("next_cursor", text(), { required: true });

describe("pages are recognised", () => {
  it.each([
    [
      "by limit and offset, of a list",
      [limit, offset],
      names,
      { kind: "offset", size: "limit", most: 100, offset: "offset", items: "", isSure: true },
    ],
    [
      "and ask for no more than the document allows",
      [query("limit", integer(["minimum: 1", "maximum: 20"])), offset],
      names,
      { kind: "offset", size: "limit", most: 20, offset: "offset", items: "", isSure: true },
    ],
    [
      "by number, with the only list of the result",
      [query("page", integer()), query("per_page", integer())],
      object([field("total", integer()), field("names", names)]),
      {
        kind: "page",
        size: "per_page",
        most: 100,
        page: "page",
        first: 1,
        items: ".names",
        isSure: false,
      },
    ],
    [
      "by cursor, which the result holds",
      [cursor],
      object([field("data", names, { required: true }), field("tags", names), next]),
      {
        kind: "cursor",
        size: null,
        most: 100,
        cursor: "cursor",
        next: ".next_cursor",
        items: ".data",
        isSure: true,
      },
    ],
    [
      "by cursor, which is told in an object about pages",
      [cursor, limit],
      object([field("items", names, { required: true }), field("meta", object([next]))]),
      {
        kind: "cursor",
        size: "limit",
        most: 100,
        cursor: "cursor",
        next: ".meta?.next_cursor",
        items: ".items",
        isSure: true,
      },
    ],
  ])("%s", (_, parameters, result, want) => {
    expect(pagingFor(parameters, result)).toEqual(want);
  });
});

describe("no pages are guessed", () => {
  it.each([
    ["where a limit has no offset beside it", [limit], names],
    ["where the parameters are texts", [query("limit", text()), query("offset", text())], names],
    ["where the result has no list", [limit, offset], object([field("data", text())])],
    ["where it may be nothing", [limit, offset], { ...names, nullable: true }],
    [
      "where it has two lists that may be meant",
      [limit, offset],
      object([field("a", names), field("b", names)]),
    ],
    ["where no cursor comes back", [cursor], object([field("data", names)])],
    [
      "where what comes next is an address",
      [cursor],
      object([field("data", names), field("next", text({}, "uri"))]),
    ],
  ])("%s", (_, parameters, result) => {
    expect(pagingFor(parameters, result)).toBeNull();
  });

  it("of what is no GET", () => {
    expect(pagingFor([limit, offset], names, "post")).toBeNull();
  });
});
