import { describe, expect, it } from "vitest";
import type { Parameter } from "../../generator/model/api/parameter.js";
import { globalsFrom, parametersFrom } from "../../generator/model/parameters.js";
import type { Json } from "../../generator/read/document/document.js";
import { anything, integer, readingOf, schema, text } from "./documents.js";

const components = {
  parameters: {
    Page: { in: "query", name: "page", schema: { type: "integer" } },
    Broken: { in: "body", name: "page" },
  },
};

/** The parameters of an operation at `/o` in a path item at `/p`. */
function parametersOf(own: Json, shared: Json = []) {
  const { reading, problems } = readingOf({ components });
  const pathItem = { node: { parameters: shared }, pointer: "/p" };
  const operation = { node: { parameters: own }, pointer: "/o" };
  const found = parametersFrom(reading, pathItem, operation);
  return { ...found, problems };
}

function parameter(given: Pick<Parameter, "name" | "in"> & Partial<Parameter>): Parameter {
  return {
    alias: null,
    global: null,
    required: false,
    description: null,
    deprecated: null,
    schema: anything,
    example: null,
    examples: [],
    serialization: null,
    ...given,
  };
}

describe("a parameter", () => {
  it.each<[name: string, row: { given: Json; want: Parameter }]>([
    [
      "with a schema",
      {
        given: { in: "query", name: "q", required: true, schema: { type: "string" } },
        want: parameter({ in: "query", name: "q", required: true, schema: text }),
      },
    ],
    [
      "without a schema",
      { given: { in: "header", name: "X-A" }, want: parameter({ in: "header", name: "X-A" }) },
    ],
    [
      "in a cookie",
      { given: { in: "cookie", name: "sid" }, want: parameter({ in: "cookie", name: "sid" }) },
    ],
    [
      "of a path is always required",
      {
        given: { in: "path", name: "id", required: false },
        want: parameter({ in: "path", name: "id", required: true }),
      },
    ],
    [
      "with content in the place of a schema",
      {
        given: {
          in: "query",
          name: "q",
          content: { "application/json": { schema: { type: "integer" } } },
        },
        want: parameter({
          in: "query",
          name: "q",
          schema: integer,
          serialization: { kind: "json" },
        }),
      },
    ],
    [
      "with its own description",
      {
        given: {
          in: "query",
          name: "q",
          description: "Mine.",
          deprecated: true,
          example: null,
          schema: { type: "string", description: "Theirs.", example: "a" },
        },
        want: parameter({
          in: "query",
          name: "q",
          description: "Mine.",
          deprecated: { reason: null },
          example: { value: null },
          schema: schema(
            { kind: "scalar", type: "string", format: null },
            { description: "Theirs.", example: { value: "a" } },
          ),
        }),
      },
    ],
    [
      "with the words of its schema",
      {
        given: {
          in: "query",
          name: "q",
          schema: {
            type: "string",
            description: "Theirs.",
            deprecated: true,
            examples: ["a", "b"],
          },
        },
        want: parameter({
          in: "query",
          name: "q",
          description: "Theirs.",
          deprecated: { reason: null },
          example: { value: "a" },
          schema: schema(
            { kind: "scalar", type: "string", format: null },
            { description: "Theirs.", deprecated: { reason: null }, example: { value: "a" } },
          ),
        }),
      },
    ],
    [
      "that is a reference",
      {
        given: { $ref: "#/components/parameters/Page" },
        want: parameter({ in: "query", name: "page", schema: integer }),
      },
    ],
    [
      "that is called like what every object has",
      {
        given: { in: "query", name: "__proto__" },
        want: parameter({ in: "query", name: "__proto__" }),
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(parametersOf([given])).toEqual({
      parameters: [want],
      idempotencyHeader: null,
      problems: [],
    });
  });
});

describe("a parameter with another name for calls", () => {
  it("is sent under its own name", () => {
    const given = { in: "query", name: "q", "x-speakeasy-name-override": "query" };
    expect(parametersOf([given]).parameters).toEqual([
      parameter({ in: "query", name: "q", alias: "query" }),
    ]);
  });
});

describe("the parameters of the client", () => {
  it.each<[name: string, row: { given: Json; want: [string, string][] }]>([
    ["are none where they are no list", { given: { parameters: {} }, want: [] }],
    [
      "are identified by location and name",
      { given: { parameters: [{ in: "query", name: "team" }] }, want: [["query team", "shown"]] },
    ],
    [
      "may be references that hide them here",
      {
        given: {
          parameters: [
            { $ref: "#/components/parameters/Page", "x-speakeasy-globals-hidden": true },
            { in: "header", name: "V", "x-speakeasy-globals-hidden": true },
            { $ref: "#/nowhere" },
          ],
        },
        want: [
          ["query page", "hidden"],
          ["header V", "hidden"],
        ],
      },
    ],
  ])("%s", (_, { given, want }) => {
    const { reading, root } = readingOf({ components, "x-speakeasy-globals": given });
    expect([...globalsFrom(reading, root)]).toEqual(want);
  });

  it("are marked among those of an operation", () => {
    const { reading } = readingOf({});
    const operation = {
      node: {
        parameters: [
          { in: "query", name: "team" },
          { in: "header", name: "team" },
        ],
      },
      pointer: "/o",
    };
    const globals = new Map([["query team", "shown" as const]]);
    const found = parametersFrom(reading, { node: {}, pointer: "/p" }, operation, globals);
    expect(found.parameters.map(({ global }) => global)).toEqual(["shown", null]);
  });
});

describe("the parameters of an operation", () => {
  const shared = [
    { in: "path", name: "id" },
    { in: "query", name: "page", description: "Theirs." },
  ];

  it("are those of its path, and then its own", () => {
    const { parameters } = parametersOf([{ in: "query", name: "q" }], shared);
    expect(parameters.map(({ in: location, name }) => `${location} ${name}`)).toEqual([
      "path id",
      "query page",
      "query q",
    ]);
  });

  it("override those of its path with the same name and place", () => {
    const { parameters } = parametersOf(
      [{ in: "query", name: "page", description: "Mine." }],
      shared,
    );
    expect(parameters.map(({ name, description }) => [name, description])).toEqual([
      ["id", null],
      ["page", "Mine."],
    ]);
  });

  it("are two if they have one name in two places", () => {
    const { parameters } = parametersOf([{ in: "header", name: "page" }], shared);
    expect(parameters.map(({ in: location, name }) => `${location} ${name}`)).toEqual([
      "path id",
      "query page",
      "header page",
    ]);
  });

  it.each(["Idempotency-Key", "X-Idempotency-Key", "idempotency-key"])(
    "aren't the header %s, which names the request",
    (name) => {
      const given = [{ in: "header", name, required: true, schema: { type: "string" } }];
      const want = { parameters: [], idempotencyHeader: name, problems: [] };
      expect(parametersOf(given)).toEqual(want);
      expect(parametersOf([], given)).toEqual(want);
    },
  );

  it.each([
    ["query", "Idempotency-Key"],
    ["cookie", "Idempotency-Key"],
    ["header", "Idempotency-Key-Id"],
    ["header", "My-Idempotency-Key"],
  ])("may be, in a %s, %s", (location, name) => {
    const { parameters, idempotencyHeader } = parametersOf([{ in: location, name }]);
    expect(parameters.map((each) => each.name)).toEqual([name]);
    expect(idempotencyHeader).toBeNull();
  });

  it.each(["Accept", "content-type", "Content-Length", "AUTHORIZATION"])(
    "aren't the header %s",
    (name) => {
      expect(parametersOf([{ in: "header", name }])).toEqual({
        parameters: [],
        idempotencyHeader: null,
        problems: [],
      });
    },
  );

  it.each(["Accept", "Authorization"])("may be %s in the query", (name) => {
    expect(parametersOf([{ in: "query", name }]).parameters).toHaveLength(1);
  });

  const nameless = "a parameter without a `name` is left out: add it";
  it.each<[name: string, given: Json, pointer: string, message: string]>([
    ["without a name", { in: "query" }, "/o/parameters/1", nameless],
    ["with an empty name", { in: "query", name: "" }, "/o/parameters/1", nameless],
    [
      "without a place",
      { name: "q" },
      "/o/parameters/1",
      "a parameter without `in` is left out: write path, query, querystring, header or cookie",
    ],
    [
      "in a place of 2.0",
      { in: "formData", name: "q" },
      "/o/parameters/1/in",
      'a parameter in "formData" is left out: write path, query, querystring, header or cookie',
    ],
    [
      "that is a reference",
      { $ref: "#/components/parameters/Broken" },
      "/components/parameters/Broken/in",
      'a parameter in "body" is left out: write path, query, querystring, header or cookie',
    ],
  ])("leave out one %s, with a warning", (_, given, pointer, message) => {
    expect(parametersOf([{ in: "query", name: "a" }, given])).toEqual({
      parameters: [parameter({ in: "query", name: "a" })],
      idempotencyHeader: null,
      problems: [{ severity: "warning", pointer, kind: "incomplete-parameter", message }],
    });
  });

  it.each<[name: string, given: Json]>([
    ["no list", { in: "query", name: "a" }],
    ["null", null],
    ["a list of values that aren't objects", ["a", null, 1]],
  ])("are none where they are %s", (_, given) => {
    expect(parametersOf(given)).toEqual({ parameters: [], idempotencyHeader: null, problems: [] });
  });
});

describe("the whole of a query", () => {
  const whole = (content: Record<string, Record<string, never>>) => ({
    in: "querystring",
    name: "filter",
    content,
  });

  it.each([
    ["a form", "application/x-www-form-urlencoded", "form"],
    ["JSON", "application/json", "json"],
  ])("is a parameter of it that is written as %s", (_, contentType, format) => {
    const { parameters, problems } = parametersOf([whole({ [contentType]: {} })]);
    expect(parameters).toMatchObject([
      { in: "query", name: "filter", serialization: { kind: "querystring", format } },
    ]);
    expect(problems).toEqual([]);
  });

  it("that is neither is left out, with a warning", () => {
    const message =
      "a parameter `in: querystring` without a form or JSON is left out: describe its `content`";
    expect(parametersOf([whole({ "text/plain": {} })])).toMatchObject({
      parameters: [],
      problems: [{ severity: "warning", pointer: "/o/parameters/0", message }],
    });
  });
});
