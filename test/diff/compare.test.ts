import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { ref } from "../plan/blueprint.js";
import { adding, answering, changesBetween, giving, taking } from "./documents.js";

type Row = readonly [name: string, old: JsonObject, next: JsonObject, want: readonly string[]];

const text = { type: "string" };
const sizes = { enum: ["s", "m"] };
const moreSizes = { enum: ["s", "m", "l"] };
const anySize = { anyOf: [sizes, text] };
const list = (items: JsonObject): JsonObject => ({ type: "array", items });

describe("what a call accepts", () => {
  it.each<Row>([
    [
      "a field that may be left out",
      taking({}),
      taking({ name: text }),
      ["additive operation pets.add: argument name is new"],
    ],
    [
      "a field that is required",
      taking({}),
      taking({ name: text }, ["name"]),
      [
        "breaking operation pets.add: argument name is new and required: calls without it no longer compile",
      ],
    ],
    [
      "no field any more",
      taking({ name: text }),
      taking({}),
      [
        "breaking operation pets.add: argument name is removed: calls that pass it no longer compile",
      ],
    ],
    [
      "what may now be left out",
      taking({ name: text }, ["name"]),
      taking({ name: text }),
      ["additive operation pets.add: argument name is now optional: calls may omit it"],
    ],
    [
      "an argument that becomes required",
      taking({ name: text }),
      taking({ name: text }, ["name"]),
      [
        "breaking operation pets.add: argument name is now required: calls without it no longer compile",
      ],
    ],
    [
      "one value more",
      taking({ size: sizes }),
      taking({ size: moreSizes }),
      ['additive operation pets.add: argument size may now be "l": calls may pass more values'],
    ],
    [
      "one value less",
      taking({ size: moreSizes }),
      taking({ size: sizes }),
      [
        'breaking operation pets.add: argument size is no longer "l": values passed before may no longer be allowed',
      ],
    ],
    [
      "null too",
      taking({ name: text }),
      taking({ name: { type: ["string", "null"] } }),
      ["additive operation pets.add: argument name may now be null: calls may pass more values"],
    ],
    [
      "another type",
      taking({ name: text }),
      taking({ name: { type: "integer" } }),
      [
        "breaking operation pets.add: argument name is number instead of string: values passed before are no longer allowed",
      ],
    ],
    [
      "wider lists",
      taking({ sizes: list(sizes) }),
      taking({ sizes: list(text) }),
      [
        "additive operation pets.add: argument sizes may now be string[]: calls may pass more values",
      ],
    ],
    [
      "a format of another type, reported once",
      taking({ age: { type: "integer", format: "int32", minimum: 1 } }),
      taking({ age: { type: "string", format: "date" } }),
      [
        "breaking operation pets.add: argument age is string instead of number: values passed before are no longer allowed",
      ],
    ],
    [
      "a field within a field",
      taking({ home: { type: "object", properties: { city: text } } }),
      taking({
        home: { type: "object", properties: { city: text, zip: text }, required: ["zip"] },
      }),
      [
        "breaking operation pets.add: argument home.zip is new and required: calls without it no longer compile",
      ],
    ],
    [
      "a removed field that had fields, reported once",
      taking({ home: { type: "object", properties: { city: text } } }),
      taking({}),
      [
        "breaking operation pets.add: argument home is removed: calls that pass it no longer compile",
      ],
    ],
    [
      "what is deprecated",
      taking({ name: text }),
      taking({ name: { ...text, deprecated: true } }),
      ["info operation pets.add: argument name is deprecated"],
    ],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(old, next)).toEqual(want);
  });
});

describe("what a call returns", () => {
  it.each<Row>([
    [
      "a field more, required or not",
      giving({}),
      giving({ name: text, id: text }, ["id"]),
      ["additive model Pet: field name is new", "additive model Pet: field id is new and required"],
    ],
    [
      "a field less",
      giving({ id: text, name: text }),
      giving({ id: text }),
      ["breaking model Pet: field name is removed: programs that read it no longer compile"],
    ],
    [
      "a field that may be missing",
      giving({ id: text }, ["id"]),
      giving({ id: text }),
      ["breaking model Pet: field id is now optional: it may be missing"],
    ],
    [
      "a field that is always there",
      giving({ id: text }),
      giving({ id: text }, ["id"]),
      ["additive model Pet: field id is now required: it is always present"],
    ],
    [
      "a value more in a closed list",
      giving({ size: sizes }),
      giving({ size: moreSizes }),
      [
        `breaking model Pet: field size may now be "l": programs may receive a value that they don't expect`,
      ],
    ],
    ["a value more in an open list", giving({ size: anySize }), giving({ size: anySize }), []],
    [
      "a value less, which programs may ask for",
      giving({ size: moreSizes }),
      giving({ size: sizes }),
      [
        'breaking model Pet: field size is no longer "l": programs that ask for it no longer compile',
      ],
    ],
    [
      "null no longer",
      giving({ size: { type: ["string", "null"] } }),
      giving({ size: text }),
      ["additive model Pet: field size is no longer null: programs receive fewer kinds of values"],
    ],
    [
      "some strings instead of any",
      giving({ size: text }),
      giving({ size: sizes }),
      [
        'additive model Pet: field size is "s" | "m" instead of string: programs receive fewer kinds of values',
      ],
    ],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(old, next)).toEqual(want);
  });

  it("recognizes an open enum by the string next to its values", () => {
    const open = { anyOf: [moreSizes, text] };
    expect(changesBetween(giving({ size: anySize }), giving({ size: open }))).toEqual([]);
  });
});

it("rates a model that is both sent and received by the more severe direction", () => {
  const both = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
    ...adding({
      requestBody: {
        required: true,
        content: { "application/json": { schema: { type: "array", items: ref("Pet") } } },
      },
      responses: {
        "200": { description: "", content: { "application/json": { schema: ref("Pet") } } },
      },
    }),
    components: {
      schemas: { Pet: { type: "object", properties: { note: {}, ...properties }, required } },
    },
  });
  expect(
    changesBetween(both({ id: text }), both({ id: text, name: text }, ["id", "name"])),
  ).toEqual([
    "breaking model Pet: field id is now required: calls without it no longer compile",
    "breaking model Pet: field name is new and required: calls without it no longer compile",
  ]);
  expect(changesBetween(both({ size: sizes }), both({ size: moreSizes }))).toEqual([
    `breaking model Pet: field size may now be "l": programs may receive a value that they don't expect`,
  ]);
  expect(changesBetween(both({}), both({ name: text }))).toEqual([
    "additive model Pet: field name is new",
  ]);
});

describe("statuses", () => {
  const schemas = {
    Pet: { type: "object", properties: { id: text } },
    Job: { type: "object", properties: { id: text } },
    Problem: { type: "object", properties: { code: text } },
    Fault: { type: "object", properties: { why: text } },
  };
  const pet = ref("Pet");
  const problem = ref("Problem");
  it.each<readonly [string, JsonObject, JsonObject, readonly string[]]>([
    ["a success with a value that is known", { "200": pet }, { "200": pet, "201": pet }, []],
    [
      "a success with another value",
      { "200": pet },
      { "200": pet, "202": ref("Job") },
      [
        "breaking operation pets.add: its result may now be Job: programs may receive a value that they don't expect",
      ],
    ],
    [
      "a success with a value without a name",
      { "200": { type: "object", properties: { a: text } } },
      {
        "200": { type: "object", properties: { a: text } },
        "202": { type: "object", properties: { b: text } },
      },
      [
        "breaking operation pets.add: its result may now be the object of 202: programs may receive a value that they don't expect",
      ],
    ],
    [
      "a value where there was none",
      { "204": null },
      { "200": pet },
      [
        "breaking operation pets.add: its result is Pet instead of void: programs receive another type than they expect",
      ],
    ],
    [
      "a failure that was not mentioned before, which the union had all along",
      { "200": pet, "404": problem },
      { "200": pet, "404": problem, "409": problem },
      ["additive operation pets.add: failure 409 is now Problem: its payload has a type"],
    ],
    [
      "a failure that is no longer mentioned",
      { "200": pet, "404": problem, "409": problem },
      { "200": pet, "404": problem },
      [
        "breaking operation pets.add: failure 409 is SDKError instead of Problem: programs that read its payload no longer compile",
      ],
    ],
    [
      "a failure with another payload than its range had",
      { "200": pet, "4XX": problem, "500": ref("Fault") },
      { "200": pet, "4XX": problem, "404": ref("Fault"), "500": ref("Fault") },
      [
        "breaking operation pets.add: failure 404 is Fault instead of Problem: programs that read its payload no longer compile",
      ],
    ],
    [
      "a failure that its range already covered",
      { "200": pet, "4XX": problem },
      { "200": pet, "4XX": problem, "404": problem },
      [],
    ],
    [
      "a failure without a payload",
      { "200": pet, "404": problem },
      { "200": pet, "404": problem, "500": null },
      [],
    ],
  ])("%s", (_, old, next, want) => {
    const changes = changesBetween(answering(old, schemas), answering(next, schemas));
    // An error class is added and removed with its failures.
    expect(changes.filter((line) => !line.includes(" error "))).toEqual(want);
  });
});

describe("names", () => {
  const named = (operation: JsonObject, path = "/pets"): JsonObject => ({
    paths: { [path]: { post: { operationId: "add", tags: ["pets"], ...operation } } },
  });
  it.each<Row>([
    [
      "an operation more, and one less",
      { paths: { "/a": { get: { operationId: "listA", tags: ["a"] } } } },
      { paths: { "/b": { get: { operationId: "listB", tags: ["b"] } } } },
      [
        "breaking operation a.listA: is removed: programs that use it no longer compile",
        "additive operation b.list: is new",
      ],
    ],
    [
      "an operation that is called another way is the same one",
      named({ parameters: [{ name: "a", in: "query", schema: text }] }),
      named({ operationId: "create" }),
      [
        "breaking operation pets.add: is renamed: pets.add → pets.create: calls no longer compile",
        "breaking operation pets.add: its function is renamed: add → create: imports no longer compile",
        "breaking operation pets.add: argument a is removed: calls that pass it no longer compile",
      ],
    ],
    [
      "an operation whose short name another one comes to as well",
      { paths: { "/a": { get: { operationId: "listVessels", tags: ["vessels"] } } } },
      {
        paths: {
          "/a": { get: { operationId: "listVessels", tags: ["vessels"] } },
          "/b": { get: { operationId: "vesselsList", tags: ["vessels"] } },
        },
      },
      [
        "breaking operation vessels.list: is renamed: vessels.list → vessels.listVessels: calls no longer compile",
        "additive operation vessels.vesselsList: is new",
      ],
    ],
    [
      "operations that have each other's names",
      {
        paths: {
          "/a": { get: { operationId: "find", tags: ["pets"] } },
          "/b": { get: { operationId: "list", tags: ["pets"] } },
        },
      },
      {
        paths: {
          "/a": { get: { operationId: "list", tags: ["pets"] } },
          "/b": { get: { operationId: "find", tags: ["pets"] } },
        },
      },
      [
        "breaking operation pets.find: is renamed: pets.find → pets.list: calls no longer compile",
        "breaking operation pets.find: its function is renamed: find → list: imports no longer compile",
        "breaking operation pets.list: is renamed: pets.list → pets.find: calls no longer compile",
        "breaking operation pets.list: its function is renamed: list → find: imports no longer compile",
      ],
    ],
    [
      "an operation that sends another request",
      named({}),
      named({}, "/animals"),
      ["info operation pets.add: it sends POST /animals instead of POST /pets"],
    ],
    [
      "an operation that is deprecated",
      named({}),
      named({ deprecated: true }),
      ["info operation pets.add: it is deprecated"],
    ],
    [
      "a model more, and one less",
      { components: { schemas: { Cat: {} } } },
      { components: { schemas: { Dog: {} } } },
      [
        "breaking model Cat: is removed: programs that use it no longer compile",
        "additive model Dog: is new",
      ],
    ],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(old, next)).toEqual(want);
  });
});

describe("a type that only gets a name", () => {
  const home = {
    type: "object",
    properties: { city: text, tags: list(sizes) },
    required: ["city"],
  };
  const withModels = (pet: JsonObject, schemas: JsonObject): JsonObject => ({
    ...giving(pet),
    components: { schemas: { Pet: { type: "object", properties: pet }, ...schemas } },
  });
  it.each<readonly [string, JsonObject, JsonObject, JsonObject]>([
    ["an object", { home }, { home: ref("Home") }, { Home: home }],
    ["objects in a list", { homes: list(home) }, { homes: list(ref("Home")) }, { Home: home }],
    [
      "objects in a map",
      { homes: { type: "object", additionalProperties: home } },
      { homes: { type: "object", additionalProperties: ref("Home") } },
      { Home: home },
    ],
    ["a list of values", { size: sizes }, { size: ref("Size") }, { Size: sizes }],
  ])("is the same: %s", (_, inline, named, schemas) => {
    const [name] = Object.keys(schemas);
    expect(changesBetween(withModels(inline, {}), withModels(named, schemas))).toEqual([
      `additive model ${name}: is new`,
    ]);
    expect(changesBetween(withModels(named, schemas), withModels(inline, {}))).toEqual([
      `breaking model ${name}: is removed: programs that use it no longer compile`,
    ]);
  });

  it("is compared by its fields", () => {
    const old = withModels({ home }, {});
    const next = withModels({ home: ref("Home") }, { Home: { ...home, required: [] } });
    expect(changesBetween(old, next)).toEqual([
      "breaking model Pet: field home.city is now optional: it may be missing",
      "additive model Home: is new",
    ]);
  });
});

describe("the client", () => {
  const secured = (schemes: readonly string[], security: readonly JsonObject[]): JsonObject =>
    adding(
      { security },
      {
        components: {
          securitySchemes: Object.fromEntries(
            schemes.map((name) => [name, { type: "http", scheme: "bearer" }]),
          ),
        },
      },
    );
  it.each<Row>([
    [
      "asks for a credential",
      secured(["key"], []),
      secured(["key"], [{ key: [] }]),
      ["breaking operation pets.add: it requires key instead of none: calls without it fail"],
    ],
    [
      "asks for none any more",
      secured(["key"], [{ key: [] }]),
      secured(["key"], []),
      ["additive operation pets.add: it requires none instead of key"],
    ],
    [
      "takes another one too",
      secured(["key"], [{ key: [] }]),
      secured(["key", "token"], [{ key: [] }, { token: [] }]),
      [
        "additive client Clerk: credential token is new",
        "additive operation pets.add: it requires key | token instead of key",
      ],
    ],
    [
      "calls another server",
      { servers: [{ url: "https://a.example" }] },
      { servers: [{ url: "https://b.example" }] },
      ['info client Clerk: requests go to "https://b.example" instead of "https://a.example"'],
    ],
    [
      "has other servers to choose from",
      servedBy(
        { url: "https://b.example" },
        { url: "https://c.example", "x-speakeasy-server-id": "us" },
      ),
      servedBy(
        { url: "https://d.example" },
        { url: "https://e.example", "x-speakeasy-server-id": "eu" },
      ),
      [
        "breaking client Clerk: server us is removed: clients that choose it no longer compile",
        "additive client Clerk: server eu is new",
        'info client Clerk: server ["1"] is "https://d.example" instead of "https://b.example"',
      ],
    ],
    [
      "asks more of a token",
      scoped(["pets.read", "pets.list"]),
      scoped(["pets.read", "pets.write"]),
      [
        `breaking operation pets.add: credential machine now needs "pets.write": tokens without them are refused`,
        'additive operation pets.add: credential machine no longer needs "pets.list"',
      ],
    ],
    [
      "is tried again in another way",
      { ...adding({ "x-speakeasy-retries": { strategy: "none" } }), "x-speakeasy-timeout": 1000 },
      { ...adding({}), "x-speakeasy-timeout": 2000 },
      [
        "info client Clerk: its time limit is 2000 instead of 1000",
        'info operation pets.add: its retry policy is built in instead of {"strategy":"none"}',
      ],
    ],
  ])("%s", (_, old, next, want) => {
    expect(changesBetween(old, next)).toEqual(want);
  });
});

function servedBy(...others: JsonObject[]): JsonObject {
  return { servers: [{ url: "https://a.example" }, ...others] };
}

function scoped(scopes: readonly string[]): JsonObject {
  const machine = { type: "oauth2", flows: {} };
  return adding(
    { security: [{ machine: scopes }] },
    { components: { securitySchemes: { machine } } },
  );
}
