import { describe, expect, it } from "vitest";
import { methodsIn } from "../../generator/model/operations.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { modelOf, operationOf, operationsOf, readingOf, schema } from "./documents.js";

const words = { schema: { type: "string" } };

function found(paths: JsonObject, document: JsonObject = {}) {
  return operationsOf({ ...document, paths }).map(({ method, path }) => `${method} ${path}`);
}

function problemsOf(paths: JsonObject) {
  return modelOf({ paths }).problems;
}

describe("the operations of a document", () => {
  it.each<[name: string, row: { given: JsonObject; want: readonly string[] }]>([
    ["none", { given: {}, want: [] }],
    ["a path without any", { given: { "/a": { summary: "A." } }, want: [] }],
    [
      "every method, in the document's order",
      {
        given: {
          "/b": { trace: {}, patch: {}, head: {}, options: {} },
          "/a": { delete: {}, post: {}, put: {}, get: {} },
        },
        want: [
          ...["trace /b", "patch /b", "head /b", "options /b"],
          ...["delete /a", "post /a", "put /a", "get /a"],
        ],
      },
    ],
    [
      "QUERY and methods without their own key",
      {
        given: { "/a": { query: {}, additionalOperations: { COPY: {}, "M-SEARCH": {} }, get: {} } },
        want: ["query /a", "COPY /a", "M-SEARCH /a", "get /a"],
      },
    ],
    [
      "no method that there isn't",
      { given: { "/a": { GET: {}, search: {}, parameters: [], "x-get": {} } }, want: [] },
    ],
    ["no method that is null", { given: { "/a": { get: null } }, want: [] }],
    [
      "of a path item that is a reference",
      { given: { "/a": { $ref: "#/components/pathItems/A" } }, want: ["get /a"] },
    ],
    ["of extensions none", { given: { "x-a": { get: {} } }, want: [] }],
    [
      "of a path that every object has",
      {
        given: JSON.parse('{ "/__proto__": { "get": {} } }') as JsonObject,
        want: ["get /__proto__"],
      },
    ],
  ])("%s", (_, { given, want }) => {
    const components = { pathItems: { A: { get: {} } } };
    expect(found(given, { components })).toEqual(want);
    expect(problemsOf(given)).toEqual([]);
  });

  it("are not those of webhooks", () => {
    expect(modelOf({ webhooks: { hook: { post: {} } } }).resources).toEqual([]);
  });

  it("leave out keys that aren't paths, with a warning", () => {
    const paths = { "a/b": { get: {} }, "": { get: {} }, "/c": { get: {} } };
    expect(found(paths)).toEqual(["get /c"]);
    expect(problemsOf(paths)).toEqual([
      {
        severity: "warning",
        pointer: "/paths/a~1b",
        kind: "path",
        message: `"a/b" isn't a path and is left out: begin it with /, and move a host to \`servers\``,
      },
      {
        severity: "warning",
        pointer: "/paths/",
        kind: "path",
        message: `"" isn't a path and is left out: begin it with /, and move a host to \`servers\``,
      },
    ]);
  });
});

describe("an operation", () => {
  it("without anything is complete", () => {
    expect(operationOf({ paths: { "/a/{id}": { get: {} } } })).toEqual({
      id: "get /a/{id}",
      documentedId: null,
      rank: 0,
      methodName: null,
      method: "get",
      path: "/a/{id}",
      summary: null,
      description: null,
      deprecated: null,
      replacement: null,
      isFeatured: false,
      parameters: [],
      body: null,
      success: [],
      errors: [],
      security: [],
      servers: [],
      idempotencyHeader: null,
      streamField: "stream",
      retries: null,
      timeoutMs: null,
      paging: null,
      pointer: "/paths/~1a~1{id}/get",
    });
  });

  it("has everything from the document", () => {
    const operation = {
      operationId: "addPet",
      summary: " Add a pet ",
      description: "Adds\na pet.",
      deprecated: true,
      "x-speakeasy-name-override": "add",
      "x-speakeasy-retries": { strategy: "none" },
      "x-speakeasy-timeout": 500,
      "x-speakeasy-usage-example": { title: "Adding" },
      "x-speakeasy-deprecation-replacement": "putPet",
      parameters: [{ in: "query", name: "q", schema: { type: "string" } }],
      requestBody: { required: true, content: { "application/json": words } },
      responses: { 204: { description: "Added." } },
    };
    const text = schema({ kind: "scalar", type: "string", format: null });
    expect(operationOf({ paths: { "/pets": { post: operation } } })).toEqual({
      id: "addPet",
      documentedId: "addPet",
      rank: 0,
      methodName: "add",
      method: "post",
      path: "/pets",
      summary: "Add a pet",
      description: "Adds\na pet.",
      deprecated: { reason: null },
      replacement: "putPet",
      isFeatured: true,
      parameters: [
        {
          name: "q",
          alias: null,
          global: null,
          in: "query",
          required: false,
          description: null,
          deprecated: null,
          schema: text,
          example: null,
          examples: [],
          serialization: null,
        },
      ],
      body: {
        required: true,
        description: null,
        contentType: "application/json",
        format: "json",
        encodings: [],
        alternatives: [],
        schema: text,
        example: null,
        stream: null,
        examples: [],
      },
      success: [
        {
          status: { kind: "code", code: 204 },
          description: "Added.",
          content: null,
          alternatives: [],
          headers: [],
          links: [],
          error: null,
          text: null,
        },
      ],
      errors: [],
      security: [],
      servers: [],
      idempotencyHeader: null,
      streamField: "stream",
      retries: { strategy: "none" },
      timeoutMs: 500,
      paging: null,
      pointer: "/paths/~1pets/post",
    });
  });
});

describe("an operationId", () => {
  it.each([
    ["as it is", { given: "list pets", want: { id: "list pets", documentedId: "list pets" } }],
    ["with blanks around it", { given: " a ", want: { id: " a ", documentedId: " a " } }],
    ["empty", { given: "", want: { id: "get /a", documentedId: null } }],
    ["blank", { given: " ", want: { id: "get /a", documentedId: null } }],
    ["a number", { given: 5, want: { id: "get /a", documentedId: null } }],
    [
      "that every object has",
      { given: "toString", want: { id: "toString", documentedId: "toString" } },
    ],
  ])("%s", (_, { given, want }) => {
    expect(operationOf({ paths: { "/a": { get: { operationId: given } } } })).toMatchObject(want);
  });

  it("that was used before is ignored with a warning", () => {
    const paths = {
      "/a": { get: { operationId: "a" } },
      "/b": { get: { operationId: "a" }, put: { operationId: "A" } },
    };
    expect(operationsOf({ paths }).map(({ id, documentedId }) => [id, documentedId])).toEqual([
      ["a", "a"],
      ["get /b", null],
      ["A", "A"],
    ]);
    expect(problemsOf(paths)).toEqual([
      {
        severity: "warning",
        pointer: "/paths/~1b/get/operationId",
        kind: "duplicate-operation-id",
        message:
          'the operationId "a" is also used by another operation, which keeps it; this one is named after its method and path: rename one of them',
      },
    ]);
  });
});

describe("an operationId of several operations belongs to one of them", () => {
  it.each<[whose: string, row: { id: string; paths: readonly string[]; want: string }]>([
    ["whose path has most of it", { id: "getUser", paths: ["/a", "/users"], want: "/users" }],
    [
      "whose path has all of it",
      { id: "list_pet_tags", paths: ["/pets", "/tags/pets"], want: "/tags/pets" },
    ],
    ["whose path is shorter", { id: "getUser", paths: ["/v2/users", "/users"], want: "/users" }],
    [
      "whose path is first",
      { id: "getUser", paths: ["/v2/users", "/v1/users"], want: "/v1/users" },
    ],
  ])("%s, whatever its position", (_, { id: operationId, paths, want }) => {
    for (const order of [paths, paths.toReversed()]) {
      const given = Object.fromEntries(order.map((path) => [path, { get: { operationId } }]));
      const bearers = operationsOf({ paths: given }).filter(({ id }) => id === operationId);
      expect(bearers.map(({ path }) => path)).toEqual([want]);
    }
  });

  it("and the types belong to the first", () => {
    const get = { operationId: "getUser" };
    const operations = operationsOf({ paths: { "/a": { get }, "/users": { get } } });
    expect(operations.map(({ id, documentedId }) => [id, documentedId])).toEqual([
      ["get /a", "getUser"],
      ["getUser", null],
    ]);
  });
});

describe("the servers of an operation", () => {
  const own = { servers: [{ url: "https://own.example" }] };
  const shared = { servers: [{ url: "https://path.example" }, { url: "/path" }] };

  it.each<[name: string, row: { given: JsonObject; want: readonly string[] }]>([
    ["are its own", { given: { get: own }, want: ["https://own.example"] }],
    [
      "are those of its path",
      { given: { ...shared, get: {} }, want: ["https://path.example", "/path"] },
    ],
    [
      "are its own before those of its path",
      { given: { ...shared, get: own }, want: ["https://own.example"] },
    ],
    [
      "are those of its path where its own list is empty",
      { given: { ...shared, get: { servers: [] } }, want: ["https://path.example", "/path"] },
    ],
    ["are none where the document's hold", { given: { get: {} }, want: [] }],
  ])("%s", (_, { given, want }) => {
    const document = { servers: [{ url: "https://document.example" }], paths: { "/a": given } };
    expect(operationOf(document).servers.map(({ url }) => url)).toEqual(want);
    expect(modelOf(document).problems).toEqual([]);
  });
});

describe("the method of an operation", () => {
  const rules = [
    { operationId: "^get.*", methodNameOverride: "get" },
    { operationId: "Pet$", methodNameOverride: "pet" },
    { operationId: "(", methodNameOverride: "broken" },
    { methodNameOverride: "nothing" },
  ];

  it.each([
    [
      "named by the operation",
      { operationId: "getPet", "x-speakeasy-name-override": "fetch" },
      "fetch",
    ],
    ["named by the first rule that fits", { operationId: "getPet" }, "get"],
    ["named by a later rule", { operationId: "addPet" }, "pet"],
    ["not named where no rule fits", { operationId: "list" }, null],
  ])("is %s", (_, get, want) => {
    const document = { "x-speakeasy-name-override": rules, paths: { "/a": { get } } };
    expect(operationOf(document).methodName).toBe(want);
  });
});

describe("an operation that names its replacement", () => {
  it("is deprecated", () => {
    const get = { "x-speakeasy-deprecation-replacement": "list" };
    expect(operationOf({ paths: { "/a": { get } } })).toMatchObject({
      deprecated: { reason: null },
      replacement: "list",
    });
  });
});

it.each([
  [
    "GET",
    `"GET" isn't an additional method: move it to the path item, as \`get\`; it is left out.`,
  ],
  [
    "Query",
    `"Query" isn't an additional method: move it to the path item, as \`query\`; it is left out.`,
  ],
  ["CONNECT", '"CONNECT" is a method that fetch refuses to send; it is left out.'],
  ["copy", `"copy" isn't a method: write one in capitals; it is left out.`],
  ["A B", `"A B" isn't a method: write one in capitals; it is left out.`],
])("the additional operation %s is left out, with a warning", (method, message) => {
  const node = { additionalOperations: { [method]: {}, LINK: { summary: "a" } } };
  const { reading, problems } = readingOf({});
  const pointer = "/paths/~1a";
  expect(methodsIn(reading, { node, pointer })).toEqual([
    ["LINK", { node: { summary: "a" }, pointer: `${pointer}/additionalOperations/LINK` }],
  ]);
  expect(problems).toEqual([
    { severity: "warning", pointer: `${pointer}/additionalOperations/${method}`, message },
  ]);
});
