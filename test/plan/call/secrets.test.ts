import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api/schema.js";
import { callFrom } from "../../../generator/plan/call/call.js";
import {
  isSecret,
  type SecretParameters,
  secretArguments,
  secretFields,
  secretParameters,
  secretPayloadFields,
} from "../../../generator/plan/call/secrets.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf, schema } from "../../model/documents.js";
import { json, ref } from "../blueprint.js";
import { field, list, named, object, text } from "../docs/fixture.js";

const password = text({}, "password");
const kept = text({ writeOnly: true });
const components: Record<string, Schema> = {
  Pin: password,
  Pins: list(named("Pin")),
  Loop: list(named("Loop")),
  Login: object([
    field("pin", password),
    field("code", named("Pin")),
    field("next", named("Login")),
  ]),
  Account: object([field("owner", named("Owner"))]),
  Owner: object([field("accounts", list(named("Account"))), field("login", named("Login"))]),
};
const models = Object.entries(components).map(([name, each]) => ({
  name,
  alias: null,
  schema: each,
}));
const find = (name: string) => components[name];

describe("a schema is secret", () => {
  it.each([
    ["with the format password", password, true],
    ["that is written only", kept, true],
    ["that is an object and written only", object([], { writeOnly: true }), true],
    ["and plain text isn't", text(), false],
    ["whose items are", list(password), true],
    ["whose reference is", named("Pin"), true],
    ["that refers to a list of such", named("Pins"), true],
    [
      "a member of which is",
      schema({ kind: "intersection", members: [text(), named("Pin")] }),
      true,
    ],
    ["an alternative of which is", schema({ kind: "union", members: [text(), password] }), true],
    ["whose additional properties are", { ...object([]), additional: password }, true],
    ["and text of another format isn't", text({}, "email"), false],
    ["and an object with a secret field isn't", object([field("pin", password)]), false],
    ["and what refers to itself isn't", named("Loop"), false],
  ])("%s", (_, given, want) => {
    expect(isSecret(given, find)).toBe(want);
  });
});

describe("the secret fields of a schema", () => {
  it.each([
    ["are none of a scalar", password, []],
    ["are those of an object", object([field("a", text()), field("pin", password)]), ["pin"]],
    ["are those of the objects in it", object([field("a", object([field("pin", kept)]))]), ["pin"]],
    ["are those of a list's items", list(object([field("pin", password)])), ["pin"]],
    [
      "are those of every member",
      schema({
        kind: "union",
        members: [
          object([field("pin", password)]),
          schema({ kind: "intersection", members: [object([field("key", password)])] }),
        ],
      }),
      ["pin", "key"],
    ],
    ["are those of the schema that it refers to, once", named("Login"), ["pin", "code"]],
    ["are those of schemas that refer to each other", named("Account"), ["pin", "code"]],
    ["are none for an unknown schema", named("Logout"), []],
    ["are a list of secrets", object([field("pins", list(password))]), ["pins"]],
    [
      "are a field that is secret with what is in it",
      object([field("a", object([field("b", kept)], { writeOnly: true }))]),
      ["a", "b"],
    ],
  ])("%s", (_, given, want) => {
    expect(secretFields([given], models)).toEqual(want);
  });
});

const secret = { type: "string", format: "password" };

interface Marked extends SecretParameters {
  readonly fields: readonly string[];
}

describe("secrets of a document", () => {
  it.each<[name: string, given: JsonObject, want: Partial<Marked>]>([
    ["nothing", {}, {}],
    [
      "the keys of security schemes, by their places",
      {
        components: {
          securitySchemes: {
            a: { type: "apiKey", in: "header", name: "X-Key" },
            b: { type: "apiKey", in: "query", name: "Key" },
            c: { type: "apiKey", in: "cookie", name: "sid" },
            d: { type: "http", scheme: "bearer" },
          },
        },
      },
      { headers: ["x-key"], queries: ["Key"] },
    ],
    [
      "parameters, each once",
      {
        paths: {
          "/a": {
            parameters: [
              { in: "header", name: "X-Pin", schema: secret },
              { in: "query", name: "pin", schema: secret },
              { in: "query", name: "page", schema: { type: "string" } },
            ],
            get: {},
            put: {},
          },
        },
      },
      { headers: ["x-pin"], queries: ["pin"] },
    ],
    [
      "fields of payloads and schemas, in order",
      {
        paths: {
          "/a": {
            post: {
              requestBody: json({ type: "object", properties: { pin: secret } }),
              responses: {
                200: json({
                  type: "object",
                  properties: { token: { type: "string", writeOnly: true } },
                }),
                400: json({ type: "object", properties: { hint: secret } }),
              },
            },
          },
        },
        components: {
          schemas: { Login: { type: "object", properties: { code: secret, pin: secret } } },
        },
      },
      { fields: ["code", "hint", "pin", "token"] },
    ],
    [
      "what refers to a secret",
      {
        paths: {
          "/a": {
            get: {
              parameters: [
                { in: "header", name: "X-Pin", schema: ref("Pin") },
                { in: "query", name: "pins", schema: { type: "array", items: ref("Pin") } },
              ],
            },
          },
        },
        components: {
          schemas: { Pin: secret, Login: { type: "object", properties: { code: ref("Pin") } } },
        },
      },
      { headers: ["x-pin"], queries: ["pins"], fields: ["code"] },
    ],
  ])("is %s", (_, given, want) => {
    const api = modelOf(given);
    const marked: Marked = { ...secretParameters(api), fields: secretPayloadFields(api) };
    expect(marked).toEqual({ headers: [], queries: [], fields: [], ...want });
  });
});

describe("the secret arguments of an operation", () => {
  const login = { type: "object", properties: { user: {}, pin: ref("Pin") } };
  it.each<[name: string, given: JsonObject, want: string[]]>([
    ["are none", { parameters: [{ in: "query", name: "a", schema: { type: "string" } }] }, []],
    [
      "are parameters in every place",
      {
        parameters: [
          { in: "path", name: "id", required: true, schema: secret },
          { in: "query", name: "q", schema: { allOf: [ref("Pin"), { minLength: 1 }] } },
          { in: "header", name: "h", schema: ref("Pin") },
          { in: "cookie", name: "c", schema: { type: "array", items: secret } },
        ],
      },
      ["c", "h", "id", "q"],
    ],
    [
      "are the fields of a deep object and of JSON in a header",
      {
        parameters: [
          { in: "query", name: "q", style: "deepObject", explode: true, schema: login },
          {
            in: "header",
            name: "h",
            content: { "application/json": { schema: { properties: { key: secret } } } },
          },
        ],
      },
      ["key", "pin"],
    ],
    ["are fields of the body", { requestBody: json(login) }, ["pin"]],
    ["are a body that is secret", { requestBody: json(ref("Pin")) }, ["body"]],
    [
      "are all fields of an object that is secret",
      { requestBody: json({ ...login, writeOnly: true }) },
      ["pin", "user"],
    ],
    [
      "are a body with secret additional properties",
      { requestBody: json({ type: "object", additionalProperties: secret }) },
      ["body"],
    ],
    [
      "are a body with secret additional properties beside its fields",
      { requestBody: json({ properties: { a: {} }, additionalProperties: secret }) },
      ["body"],
    ],
    [
      "are parts of a form",
      { requestBody: { content: { "multipart/form-data": { schema: login } } } },
      ["pin"],
    ],
  ])("%s", (_, given, want) => {
    const api = modelOf({
      paths: { "/a/{id}": { post: { operationId: "a", ...given } } },
      components: { schemas: { Pin: secret } },
    });
    const [operation] = api.resources.flatMap(({ operations }) => operations);
    if (operation === undefined) throw new Error("no operation");
    expect(secretArguments(callFrom(operation, api), api.schemas)).toEqual(want);
  });
});
