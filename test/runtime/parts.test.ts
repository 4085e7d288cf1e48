import { describe, expect, test } from "vitest";
import { encodeReserved } from "../../templates/runtime/encode.js";
import { InvalidRequestError } from "../../templates/runtime/errors.js";
import type { Operation, Parameter } from "../../templates/runtime/operation.js";
import { partsOf } from "../../templates/runtime/parts.js";
import { deepObjectStyle } from "../../templates/runtime/style-deep-object.js";
import { labelStyle } from "../../templates/runtime/style-label.js";
import { addThing, getThing, listThings } from "./things.js";

const request = { method: "GET", url: "/things", operationId: "getThing" };
const call = { request, attempts: 0 };

const query: Parameter = { in: "query" };
const update: Operation = {
  ...addThing,
  path: "/things/{id}",
  parameters: {
    thing_id: { in: "path", name: "id" },
    limit: { in: "query" },
    "X-Kind": { in: "header" },
    toString: query,
    session: { in: "cookie" },
  },
};
const at = { thing_id: "t" };

describe("fields are written where they travel", () => {
  const none = { path: "/things/t", query: "", header: {} };
  test.each<{ name: string; operation?: Operation; input: object; want: object }>([
    {
      name: "each kind",
      input: { ...at, limit: 1, "X-Kind": "k", toString: "s", session: "a;b", name: "n" },
      want: {
        path: "/things/t",
        query: "limit=1&toString=s",
        header: { "X-Kind": "k", Cookie: "session=a%3Bb" },
        body: '{"name":"n"}',
      },
    },
    { name: "what is left out", input: at, want: { ...none, body: "{}" } },
    {
      name: "null, which is no value of a parameter",
      input: { ...at, limit: null, "X-Kind": null, session: null },
      want: { ...none, body: "{}" },
    },
    {
      name: "null and undefined in a body",
      input: { ...at, a: null, b: undefined },
      want: { ...none, body: '{"a":null}' },
    },
    {
      name: "the field of a body",
      operation: { ...update, body: { required: true, field: "body" } },
      input: { ...at, body: [null] },
      want: { ...none, body: "[null]" },
    },
    {
      name: "an operation without parameters and body",
      operation: listThings,
      input: { name: "n" },
      want: { path: "/things", query: "", header: {}, body: undefined },
    },
    {
      name: "lists, by the defaults of their places",
      input: { thing_id: ["a/b", "c"], limit: [1, 2], "X-Kind": ["k", "l"] },
      want: {
        path: "/things/a%2Fb,c",
        query: "limit=1&limit=2",
        header: { "X-Kind": "k,l" },
        body: "{}",
      },
    },
    {
      name: "a list of nothing, which is not sent",
      input: { ...at, limit: [] },
      want: { ...none, body: "{}" },
    },
    {
      name: "values in the style and the encoding that the operation says",
      operation: {
        ...getThing,
        parameters: {
          id: { in: "path", write: labelStyle },
          filter: { in: "query", write: deepObjectStyle },
          url: { in: "query", encode: encodeReserved },
        },
      },
      input: { id: "a", filter: { b: 1 }, url: "https://c.example/d" },
      want: {
        path: "/things/.a",
        query: "filter%5Bb%5D=1&url=https://c.example/d",
        header: {},
        body: undefined,
      },
    },
  ])("$name", ({ operation = update, input, want }) => {
    expect(partsOf(operation, input, call)).toEqual(want);
  });

  test("the argument stays as it was", () => {
    const input = { ...at, name: "n" };
    partsOf(update, input, call);
    expect(input).toEqual({ thing_id: "t", name: "n" });
  });
});

describe("a value that a call leaves out is the client's", () => {
  const operation: Operation = {
    ...listThings,
    parameters: { limit: { in: "query", global: "pageSize" }, after: { in: "query" } },
  };
  test.each<[name: string, input: object, client: object, want: string]>([
    ["where it has one", { after: "a" }, { pageSize: 5, after: "b" }, "limit=5&after=a"],
    ["not where the call gives one", { limit: 1 }, { pageSize: 5 }, "limit=1"],
    ["not where the call gives none by null", { limit: null }, { pageSize: 5 }, ""],
    ["not where it has none", {}, {}, ""],
  ])("%s", (_, input, client, want) => {
    expect(partsOf(operation, input, call, client).query).toBe(want);
  });
});

describe("path values", () => {
  const missing = "getThing: the path needs a value for id";
  test.each<[name: string, id: unknown, message: string]>([
    ["undefined", undefined, missing],
    ["null", null, missing],
    ["nothing", "", missing],
    ["a list of nothing", [], missing],
    ["a list of an empty text", [""], missing],
    ["an object without fields", {}, missing],
    [".", ".", "getThing: /things/. would reach another resource"],
    ["..", "..", "getThing: /things/.. would reach another resource"],
    ["a list of ..", [".."], "getThing: /things/.. would reach another resource"],
  ])("refused: %s", (_, id, message) => {
    const refused = expect(() => partsOf(getThing, { id }, call));
    refused.toThrow(InvalidRequestError);
    refused.toThrow(message);
  });

  test("refused: two that are harmless alone", () => {
    const operation: Operation = {
      ...getThing,
      path: "/things/{a}{b}/parts",
      parameters: { a: { in: "path" }, b: { in: "path" } },
    };
    const refused = expect(() => partsOf(operation, { a: ".", b: "." }, call));
    refused.toThrow("getThing: /things/../parts would reach another resource");
  });

  test.each<[id: unknown, path: string]>([
    [0, "/things/0"],
    [false, "/things/false"],
    [1n, "/things/1"],
    ["...", "/things/..."],
    [".a", "/things/.a"],
    [" ", "/things/%20"],
    ["%2e%2e", "/things/%252e%252e"],
    ["a/b?c", "/things/a%2Fb%3Fc"],
    [["a", "b"], "/things/a,b"],
    [[".", "."], "/things/.,."],
    [{ a: 1 }, "/things/a,1"],
    [new Date(0), "/things/1970-01-01T00%3A00%3A00.000Z"],
  ])("taken: %s", (id, path) => {
    expect(partsOf(getThing, { id }, call).path).toBe(path);
  });

  test("one that objects inherit is none", () => {
    const path: Parameter = { in: "path" };
    const operation: Operation = {
      ...getThing,
      path: "/things/{constructor}",
      parameters: { constructor: path },
    };
    expect(() => partsOf(operation, {}, call)).toThrow("the path needs a value for constructor");
  });
});
