import { describe, expect, it } from "vitest";
import { isSecret, secretFields, secretNames } from "../../../generator/plan/call/secrets.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf, schema } from "../../model/documents.js";
import { json } from "../blueprint.js";
import { field, list, named, object, text } from "../docs/fixture.js";

const password = text({}, "password");
const kept = text({ writeOnly: true });

describe("a schema is secret", () => {
  it.each([
    ["with the format password", password, true],
    ["that is written only", kept, true],
    ["that is an object and written only", object([], { writeOnly: true }), true],
    ["and plain text isn't", text(), false],
    ["and text of another format isn't", text({}, "email"), false],
  ])("%s", (_, given, want) => {
    expect(isSecret(given)).toBe(want);
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
    ["are not those that stand elsewhere", named("Login"), []],
    [
      "are a field that is secret with what is in it",
      object([field("a", object([field("b", kept)], { writeOnly: true }))]),
      ["a", "b"],
    ],
  ])("%s", (_, given, want) => {
    expect(secretFields(given)).toEqual(want);
  });

  it("are those that stand elsewhere where these can be found, once", () => {
    const login = object([field("pin", password), field("next", named("Login"))]);
    const find = (name: string) => (name === "Login" ? login : undefined);
    expect(secretFields(named("Login"), find)).toEqual(["pin"]);
    expect(secretFields(named("Logout"), find)).toEqual([]);
  });
});

const secret = { type: "string", format: "password" };

describe("what a document marks as secret", () => {
  it.each<[name: string, given: JsonObject, want: Partial<ReturnType<typeof secretNames>>]>([
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
  ])("is %s", (_, given, want) => {
    expect(secretNames(modelOf(given))).toEqual({ headers: [], queries: [], fields: [], ...want });
  });
});
