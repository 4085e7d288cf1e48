import { describe, expect, it } from "vitest";
import type { Paging } from "../../../generator/model/api/paging.js";
import { apiFrom } from "../../../generator/model/model.js";
import { pagingSettingsFrom } from "../../../generator/model/paging/settings.js";
import type { JsonObject } from "../../../generator/read/document/document.js";

const text = { type: "string" };
const integer = { type: "integer" };
const flag = { type: "boolean" };
const url = { type: "string", format: "uri" };
const item = { type: "object", properties: { id: text, created_at: text } };
const list = { type: "array", items: item };
const object = (properties: JsonObject) => ({ type: "object", properties });

interface Given {
  readonly query?: JsonObject;
  readonly body?: JsonObject;
  readonly result?: JsonObject;
  readonly operation?: JsonObject;
  readonly document?: JsonObject;
  readonly headers?: JsonObject;
  readonly path?: string;
  readonly setting?: JsonObject;
  /** Further paths. */
  readonly paths?: JsonObject;
}

/** The paging of an operation `list`, and what is reported of it. */
function pagingOf(given: Given) {
  const { query = {}, body, result = object({ data: list }), operation, headers = {} } = given;
  const described = {
    operationId: "list",
    parameters: Object.entries(query).map(([name, schema]) => ({ in: "query", name, schema })),
    ...(body && { requestBody: { content: { "application/json": { schema: body } } } }),
    responses: {
      200: { description: "", headers, content: { "application/json": { schema: result } } },
    },
    ...operation,
  };
  const method = body ? "post" : "get";
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { [given.path ?? "/things"]: { [method]: described }, ...given.paths },
    ...given.document,
  };
  const api = apiFrom(document, { paging: pagingSettingsFrom(given.setting) });
  const problems = api.problems
    .filter(({ kind }) => kind === "pagination")
    .map(({ pointer, message }) => `${pointer} ${message}`);
  return { paging: api.operations[0]?.paging ?? null, problems };
}

/** The parts of a paging that tests name; the rest is left out. */
function told(paging: Paging | null) {
  if (paging === null) return null;
  const { itemSchema: _, source, ...rest } = paging;
  return { source: `${source.kind}: ${source.name}`, ...rest };
}

const parameter = (name: string) => ({ in: "query", path: [name] });
const common = { mayLackItems: false, size: null, more: null };

type Row = readonly [name: string, given: Given, want: object];

describe("an extension declares", () => {
  const cursor = { cursor: text, limit: integer };
  const page = object({ data: list, next: text, has_more: flag });
  it.each<Row>([
    [
      "Speakeasy's cursor, in the last item of a list",
      {
        query: { after: text },
        result: list,
        operation: {
          "x-speakeasy-pagination": {
            type: "cursor",
            inputs: [{ name: "after", in: "parameters", type: "cursor" }],
            outputs: { results: "$", nextCursor: "$[-1].id" },
          },
        },
      },
      {
        ...{ kind: "cursor", cursor: parameter("after"), items: [], next: [-1, "id"] },
        source: "extension: x-speakeasy-pagination",
      },
    ],
    [
      "Speakeasy's cursor, by a path of Goessner's JSONPath, in a body",
      {
        body: object({ page: object({ cursor: integer }), size: integer }),
        operation: {
          "x-speakeasy-pagination": {
            type: "cursor",
            inputs: [
              { name: "page.cursor", in: "requestBody", type: "cursor" },
              { name: "size", in: "requestBody", type: "limit" },
            ],
            outputs: { results: "$.data", nextCursor: "$.data[(@.length-1)]['created_at']" },
          },
        },
      },
      {
        kind: "cursor",
        cursor: { in: "body", path: ["page", "cursor"] },
        size: { in: "body", path: ["size"] },
        next: ["data", -1, "created_at"],
      },
    ],
    [
      "Speakeasy's pages by number",
      {
        query: { page: integer, limit: integer },
        result: object({ data: object({ list, pages: integer }) }),
        operation: {
          "x-speakeasy-pagination": {
            type: "offsetLimit",
            inputs: [
              { name: "page", in: "parameters", type: "page" },
              { name: "limit", in: "parameters", type: "limit" },
            ],
            outputs: { results: "$.data.list", numPages: "$.data.pages" },
          },
        },
      },
      {
        ...{ kind: "page", page: parameter("page"), first: 1, size: parameter("limit") },
        ...{ items: ["data", "list"], pages: ["data", "pages"], endsOnShortPage: false },
      },
    ],
    [
      "Speakeasy's offset",
      {
        query: { skip: integer },
        operation: {
          "x-speakeasy-pagination": {
            type: "offsetLimit",
            inputs: [{ name: "skip", in: "parameters", type: "offset" }],
            outputs: { results: "$.data" },
          },
        },
      },
      { kind: "offset", offset: parameter("skip"), items: ["data"], total: null },
    ],
    [
      "Speakeasy's URL",
      {
        result: object({ data: list, next: url }),
        operation: {
          "x-speakeasy-pagination": { type: "url", outputs: { nextUrl: "$.next" } },
        },
      },
      { kind: "url", next: ["next"], items: ["data"] },
    ],
    [
      "Fern's cursor",
      {
        query: cursor,
        result: page,
        operation: {
          "x-fern-pagination": {
            cursor: "$request.cursor",
            next_cursor: "$response.next",
            results: "$response.data",
            "has-next-page": "$response.has_more",
          },
        },
      },
      {
        ...{ kind: "cursor", cursor: parameter("cursor"), next: ["next"], more: ["has_more"] },
        source: "extension: x-fern-pagination",
      },
    ],
    [
      "Fern's offset with a step, from the document's declaration",
      {
        query: { offset: integer, limit: integer },
        operation: { "x-fern-pagination": true },
        document: {
          "x-fern-pagination": {
            ...{ offset: "$request.offset", results: "$response.data", step: "$request.limit" },
          },
        },
      },
      { kind: "offset", offset: parameter("offset"), size: parameter("limit") },
    ],
    [
      "Fern's offset without a step, which counts pages",
      {
        query: { page: integer },
        operation: {
          "x-fern-pagination": { offset: "$request.page", results: "$response.data" },
        },
      },
      { kind: "page", page: parameter("page") },
    ],
    [
      "Stainless' marks",
      {
        query: {
          cursor: {
            ...text,
            "x-stainless-pagination-property": { purpose: "next_cursor_param" },
          },
        },
        result: object({
          data: { ...list, "x-stainless-pagination-property": { purpose: "items" } },
          more: { ...flag, "x-stainless-pagination-property": { purpose: "has_next_page" } },
          meta: object({
            next: { ...text, "x-stainless-pagination-property": { purpose: "next_cursor_field" } },
          }),
        }),
      },
      {
        ...{ kind: "cursor", cursor: parameter("cursor"), next: ["meta", "next"] },
        ...{ items: ["data"], more: ["more"] },
        source: "extension: x-stainless-pagination-property",
      },
    ],
    [
      "Scalar's scheme by name, with a cursor in a header",
      {
        query: cursor,
        operation: { "x-scalar-pagination": "main" },
        document: {
          "x-scalar-pagination": [
            {
              name: "main",
              type: "cursor",
              request: [{ type: "cursor", param: "cursor", location: "query" }],
              response: [
                { type: "items", path: "data" },
                { type: "cursor", location: "header", headerName: "X-Next" },
              ],
            },
          ],
        },
      },
      { kind: "cursor", next: "X-Next", source: "extension: x-scalar-pagination" },
    ],
    [
      "Redocly's rule",
      {
        query: cursor,
        result: page,
        operation: {
          "x-redoclyPagination": {
            ...{ style: "cursor", cursorParam: "cursor", limitParam: "limit" },
            ...{ nextCursor: "/next", hasMore: "/has_more", items: "/data" },
          },
        },
      },
      {
        ...{ kind: "cursor", cursor: parameter("cursor"), size: parameter("limit") },
        ...{ next: ["next"], more: ["has_more"], source: "extension: x-redoclyPagination" },
      },
    ],
    [
      "Redocly's older spelling",
      {
        query: { page: integer },
        operation: { "x-redocly-pagination": { style: "page", pageParam: "page" } },
      },
      { kind: "page", source: "extension: x-redocly-pagination" },
    ],
    [
      "Azure's next link",
      {
        result: object({ value: list, nextLink: text }),
        operation: { "x-ms-pageable": { nextLinkName: "nextLink" } },
      },
      { kind: "url", items: ["value"], next: ["nextLink"], source: "extension: x-ms-pageable" },
    ],
  ])("%s", (_, given, want) => {
    const { paging, problems } = pagingOf(given);
    expect(problems).toEqual([]);
    expect(told(paging)).toMatchObject(want);
  });

  it.each<[name: string, given: Given]>([
    ["Azure, that there is one page", { operation: { "x-ms-pageable": { nextLinkName: null } } }],
    ["Scalar", { operation: { "x-scalar-pagination": false } }],
    ["Redocly", { operation: { "x-redoclyPagination": false } }],
    ["a setting", { setting: { operations: { list: false } } }],
  ])("that there is no paging: %s", (_, given) => {
    const query = { limit: integer, offset: integer };
    expect(pagingOf({ query, ...given })).toEqual({ paging: null, problems: [] });
  });
});

describe("an invalid declaration is reported at its place", () => {
  const at = "/paths/~1things/get";
  const speakeasy = (inputs: JsonObject[], outputs: JsonObject, type = "cursor") => ({
    "x-speakeasy-pagination": { type, inputs, outputs },
  });
  const input = { name: "cursor", in: "parameters", type: "cursor" };
  it.each<[name: string, given: Given, reason: string]>([
    [
      "a parameter that there isn't",
      { operation: speakeasy([input], { results: "$.data", nextCursor: "$.data[-1].id" }) },
      'the operation has no parameter or body field "cursor"',
    ],
    [
      "a list that there isn't",
      {
        query: { cursor: text },
        operation: speakeasy([input], { results: "$.items", nextCursor: "$.data[-1].id" }),
      },
      "the result has no list at /items",
    ],
    [
      "a cursor that there isn't",
      {
        query: { cursor: text },
        operation: speakeasy([input], { results: "$.data", nextCursor: "$.meta.next" }),
      },
      "the result has nothing at /meta/next, which should be the next cursor",
    ],
    [
      "a cursor that is an object",
      {
        query: { cursor: text },
        result: object({ data: list, next: object({}) }),
        operation: speakeasy([input], { results: "$.data", nextCursor: "$.next" }),
      },
      "the result has no string or number at /next, which should be the next cursor",
    ],
    [
      "a path that isn't understood",
      {
        query: { cursor: text },
        operation: speakeasy([input], { results: "$..data", nextCursor: "$.next" }),
      },
      '"$..data" isn\'t a path of names and [-1] such as $.data[-1].id',
    ],
    [
      "several lists of which none is named",
      {
        result: object({ cats: list, dogs: list, next: url }),
        operation: speakeasy([], { nextUrl: "$.next" }, "url"),
      },
      "the result has several lists: /cats, /dogs",
    ],
  ])("%s", (_, given, reason) => {
    const { paging, problems } = pagingOf(given);
    expect(paging).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(`${at}/x-speakeasy-pagination `);
    expect(problems[0]).toContain(`${reason}. The operation isn't paged.`);
  });
});

describe("paging is recognized", () => {
  it.each<Row>([
    [
      "by limit and offset, with a total",
      {
        query: { limit: integer, offset: integer },
        result: object({ data: list, total_count: integer }),
      },
      {
        source: "inferred: limit and offset",
        ...{ ...common, kind: "offset", offset: parameter("offset"), size: parameter("limit") },
        ...{ items: ["data"], total: ["total_count"], endsOnShortPage: false },
      },
    ],
    [
      "by limit and offset of a bare list",
      { query: { limit: integer, offset: integer }, result: list },
      { kind: "offset", items: [], total: null },
    ],
    [
      "where a flag selects a list or an object",
      { query: { paginated: flag, limit: integer, offset: integer }, result: list },
      { kind: "offset", items: ["data"], total: ["total_count"] },
    ],
    [
      "by page and size, from 0",
      {
        query: { page: { ...integer, default: 0 }, per_page: integer },
        result: object({ items: list, meta: object({ total_pages: integer }) }),
      },
      {
        source: "inferred: page and size",
        first: 0,
        items: ["items"],
        pages: ["meta", "total_pages"],
      },
    ],
    [
      "by a page that is at least 0",
      { query: { page: { ...integer, minimum: 0 }, size: integer } },
      { kind: "page", first: 0 },
    ],
    [
      "by a page number, with a next URL that is null on the last page",
      { query: { page: integer }, result: object({ results: list, count: integer, next: url }) },
      { source: "inferred: page number", more: ["next"], items: ["results"] },
    ],
    [
      "by a cursor in an envelope",
      {
        query: { after: text, first: integer },
        result: object({
          nodes: list,
          pageInfo: object({ endCursor: text, hasNextPage: flag }),
        }),
      },
      {
        ...{ source: "inferred: next cursor", cursor: parameter("after") },
        ...{ next: ["pageInfo", "endCursor"], more: ["pageInfo", "hasNextPage"] },
      },
    ],
    [
      "by the page token of AIP-158, whose lists may be left out",
      {
        query: { page_token: text, page_size: integer },
        result: object({ things: list, next_page_token: text }),
      },
      { source: "inferred: next cursor", mayLackItems: true, size: parameter("page_size") },
    ],
    [
      "by the id of the last item",
      {
        query: { starting_after: text, limit: integer },
        result: object({ data: list, has_more: flag }),
      },
      { source: "inferred: id of the last item", next: ["data", -1, "id"], more: ["has_more"] },
    ],
    [
      "by the links of JSON:API",
      { result: object({ data: list, links: object({ next: text }), included: list }) },
      { source: "inferred: next URL", kind: "url", next: ["links", "next"], items: ["data"] },
    ],
    [
      "by a URL, where there is a cursor but the result has a URL for it",
      { query: { cursor: text }, result: object({ data: list, next: url }) },
      { source: "inferred: next URL", kind: "url", next: ["next"] },
    ],
    [
      "in a record that describes its page",
      {
        query: { page: integer },
        result: object({ id: text, podcasts: list, has_next: flag }),
      },
      { source: "inferred: page number", items: ["podcasts"], more: ["has_next"] },
    ],
    [
      "by a documented Link header",
      { result: list, headers: { Link: { schema: text } }, query: { page: integer } },
      { source: "header: Link", kind: "link", items: [] },
    ],
  ])("%s", (_, given, want) => {
    expect(told(pagingOf(given).paging)).toMatchObject(want);
  });

  it.each<[name: string, given: Given]>([
    ["a result without a list", { query: { limit: integer, offset: integer }, result: item }],
    [
      "a result with two lists",
      { query: { limit: integer, offset: integer }, result: object({ cats: list, dogs: list }) },
    ],
    [
      "a result whose only list is its errors",
      { query: { limit: integer, offset: integer }, result: object({ data: item, errors: list }) },
    ],
    [
      "a result with a field that may be another list",
      { query: { limit: integer, offset: integer }, result: object({ tags: list, data: {} }) },
    ],
    [
      "a record with a list in it",
      { query: { page: integer, limit: integer }, result: object({ id: text, tags: list }) },
    ],
    ["a limit without an offset", { query: { limit: integer } }],
    ["an offset without a limit", { query: { offset: integer } }],
    ["an offset that is text", { query: { limit: integer, offset: text } }],
    ["a page alone", { query: { page: integer } }],
    [
      "a cursor beside a page",
      { query: { cursor: text, page: text }, result: object({ data: list, next_cursor: text }) },
    ],
    ["a cursor without a next one", { query: { cursor: text } }],
    ["a POST", { body: object({ limit: integer, offset: integer }) }],
    [
      "anything, if that is off",
      {
        query: { limit: integer, offset: integer },
        setting: { inferred: false },
      },
    ],
  ])("not in %s", (_, given) => {
    expect(pagingOf(given)).toEqual({ paging: null, problems: [] });
  });

  it("in the errors of a batch, which its path names", () => {
    const given = { query: { page: integer, size: integer }, path: "/batches/1/errors" };
    expect(pagingOf({ ...given, result: object({ errors: list }) }).paging).toMatchObject({
      items: ["errors"],
    });
  });
});

describe("the settings", () => {
  const rule = { kind: "cursor", cursor: "from", next: "/meta/to", items: "/data", size: "limit" };
  const given: Given = {
    query: { from: text, limit: integer, offset: integer },
    result: object({ data: list, meta: object({ to: text }) }),
  };
  const extension = {
    "x-speakeasy-pagination": {
      type: "offsetLimit",
      inputs: [{ name: "offset", in: "parameters", type: "offset" }],
      outputs: { results: "$.data" },
    },
  };

  it("of an operation come first", () => {
    const { paging } = pagingOf({
      ...given,
      operation: extension,
      setting: { operations: { list: { ...rule, emptyCursor: "continue", mayLackItems: true } } },
    });
    expect(told(paging)).toMatchObject({
      source: "setting: the setting `pagination`",
      ...{ cursor: parameter("from"), next: ["meta", "to"], takesEmpty: true, mayLackItems: true },
    });
  });

  it("have a convention, which comes after extensions and before names", () => {
    const setting = { convention: rule };
    expect(told(pagingOf({ ...given, setting }).paging)).toMatchObject({
      source: "convention: convention",
    });
    expect(told(pagingOf({ ...given, setting, operation: extension }).paging)).toMatchObject({
      source: "extension: x-speakeasy-pagination",
    });
  });

  it("have a convention that is skipped if it doesn't fit", () => {
    const query = { limit: integer, offset: integer };
    expect(pagingOf({ query, setting: { convention: rule } })).toMatchObject({
      paging: { source: { kind: "inferred" } },
      problems: [" the convention in the setting `pagination` fits no operation."],
    });
  });

  it("have a convention whose misfits are counted, if nothing else pages them", () => {
    const other = (id: string, properties: JsonObject) => ({
      get: {
        operationId: id,
        parameters: ["from", "limit"].map((name) => ({ name, in: "query", schema: text })),
        responses: {
          200: {
            description: "",
            content: { "application/json": { schema: object(properties) } },
          },
        },
      },
    });
    const paths = {
      "/log": other("readLog", { data: list }),
      "/stats": other("readStats", { meta: object({ to: text }) }),
      "/off": other("readOff", { data: list }),
    };
    const setting = { convention: rule, operations: { readOff: false } };
    const found = pagingOf({ ...given, setting, paths });
    expect(told(found.paging)).toMatchObject({ source: "convention: convention" });
    expect(found.problems).toEqual([
      " the convention in the setting `pagination` doesn't fit 2 operations with its parameter: readLog (the result has nothing at /meta/to, which should be the next cursor); readStats (the result has no list at /data). Describe them in `pagination.operations`, or write false there.",
    ]);
  });

  it("that don't fit an operation are reported", () => {
    const operations = { list: { kind: "offset", offset: "skip" } };
    expect(pagingOf({ setting: { operations } }).problems).toEqual([
      "/paths/~1things/get the setting `pagination` doesn't describe how list is paged: " +
        'the operation has no parameter or body field "skip". The operation isn\'t paged.',
    ]);
  });

  it("of an operation that doesn't exist are reported", () => {
    const operations = { lists: false };
    expect(pagingOf({ setting: { operations } }).problems).toEqual([
      ' the setting `pagination` names "lists", but no operation has this operationId.',
    ]);
  });

  it("end on a short page if they say so", () => {
    const operations = {
      list: { kind: "offset", offset: "offset", size: "limit", endsOnShortPage: true },
    };
    expect(pagingOf({ ...given, setting: { operations } }).paging).toMatchObject({
      endsOnShortPage: true,
      size: parameter("limit"),
    });
  });
});
