import { describe, expect, test } from "vitest";
import { InvalidRequestError } from "../../templates/runtime/errors.js";
import type { Operation, Parameter } from "../../templates/runtime/operation.js";
import { partsOf } from "../../templates/runtime/parts.js";
import { addThing, getThing, listThings } from "./things.js";

const request = { method: "GET", url: "/things", operationId: "getThing" };
const call = { request, attempts: 0 };

const query: Parameter = { in: "query" };
const update: Operation = {
  ...addThing,
  parameters: {
    thing_id: { in: "path", name: "id" },
    limit: { in: "query" },
    "X-Kind": { in: "header" },
    toString: query,
  },
};
const at = { thing_id: "t" };

describe("fields are sorted by where they travel", () => {
  const none = {
    query: { limit: undefined, toString: undefined },
    header: { "X-Kind": undefined },
  };
  test.each<{ name: string; operation?: Operation; input: object; want: object }>([
    {
      name: "each kind",
      input: { ...at, limit: 1, "X-Kind": "k", toString: "s", name: "n" },
      want: {
        path: { id: "t" },
        query: { limit: 1, toString: "s" },
        header: { "X-Kind": "k" },
        body: '{"name":"n"}',
      },
    },
    { name: "what is left out", input: at, want: { path: { id: "t" }, ...none, body: "{}" } },
    {
      name: "null and undefined in a body",
      input: { ...at, a: null, b: undefined },
      want: { path: { id: "t" }, ...none, body: '{"a":null}' },
    },
    {
      name: "the field of a body",
      operation: { ...update, body: { required: true, field: "body" } },
      input: { ...at, body: [null] },
      want: { path: { id: "t" }, ...none, body: "[null]" },
    },
    {
      name: "an operation without parameters and body",
      operation: listThings,
      input: { name: "n" },
      want: { path: {}, query: {}, header: {}, body: undefined },
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

describe("path values", () => {
  const missing = "getThing: the path needs a value for id";
  test.each<[name: string, id: unknown, message: string]>([
    ["undefined", undefined, missing],
    ["null", null, missing],
    ["nothing", "", missing],
    ["a list of nothing", [], missing],
    ["a list of an empty text", [""], missing],
    ["an object without fields", {}, missing],
    ["a date, which has no fields", new Date(0), missing],
    [".", ".", 'getThing: "." as id would reach another resource'],
    ["..", "..", 'getThing: ".." as id would reach another resource'],
    ["a list of ..", [".."], 'getThing: ".." as id would reach another resource'],
  ])("refused: %s", (_, id, message) => {
    const refused = expect(() => partsOf(getThing, { id }, call));
    refused.toThrow(InvalidRequestError);
    refused.toThrow(message);
  });

  test.each([0, false, 1n, "...", ".a", " ", "%2e%2e", "a/b", ["a", "b"], [".", "."], { a: 1 }])(
    "taken: %s",
    (id) => {
      expect(partsOf(getThing, { id }, call).path).toEqual({ id });
    },
  );

  test("one that objects inherit is none", () => {
    const path: Parameter = { in: "path" };
    const operation: Operation = { ...getThing, parameters: { constructor: path } };
    expect(() => partsOf(operation, {}, call)).toThrow("the path needs a value for constructor");
  });
});
