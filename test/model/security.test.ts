import { describe, expect, it } from "vitest";
import type { SecurityScheme } from "../../generator/model/api.js";
import type { Json, JsonObject } from "../../generator/read/document.js";
import { modelOf, operationOf } from "./documents.js";

function modelWith(scheme: Json) {
  return modelOf({
    components: {
      securitySchemes: { auth: scheme },
      "x-schemes": { Bearer: { type: "http", scheme: "bearer" } },
    },
  });
}

describe("a security scheme", () => {
  it.each<[name: string, row: { given: JsonObject; want: SecurityScheme }]>([
    [
      "http bearer",
      {
        given: { type: "http", scheme: "bearer", bearerFormat: "sk_…", description: "The key." },
        want: { name: "auth", kind: "bearer", description: "The key.", format: "sk_…" },
      },
    ],
    [
      "http bearer in capitals",
      {
        given: { type: "http", scheme: "Bearer" },
        want: { name: "auth", kind: "bearer", description: null, format: null },
      },
    ],
    [
      "oauth2",
      {
        given: { type: "oauth2", flows: {} },
        want: { name: "auth", kind: "bearer", description: null, format: null },
      },
    ],
    [
      "openIdConnect",
      {
        given: { type: "openIdConnect", openIdConnectUrl: "https://a.example" },
        want: { name: "auth", kind: "bearer", description: null, format: null },
      },
    ],
    [
      "apiKey in a header",
      {
        given: { type: "apiKey", in: "header", name: "X-Key", description: "The key." },
        want: { name: "auth", kind: "header", description: "The key.", header: "X-Key" },
      },
    ],
    [
      "one that stands elsewhere",
      {
        given: { $ref: "#/components/x-schemes/Bearer" },
        want: { name: "auth", kind: "bearer", description: null, format: null },
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(modelWith(given)).toMatchObject({ security: [want], problems: [] });
  });

  it.each<[name: string, given: JsonObject]>([
    ["http basic", { type: "http", scheme: "basic" }],
    ["apiKey in the query", { type: "apiKey", in: "query", name: "key" }],
    ["apiKey in a cookie", { type: "apiKey", in: "cookie", name: "key" }],
    ["apiKey without a name", { type: "apiKey", in: "header" }],
    ["mutualTLS", { type: "mutualTLS" }],
    ["a scheme of no type", { scheme: "bearer" }],
  ])("%s is left out, with a warning", (_, given) => {
    expect(modelWith(given)).toMatchObject({
      security: [],
      problems: [
        {
          severity: "warning",
          pointer: "/components/securitySchemes/auth",
          message:
            'the SDK can\'t serve the security scheme "auth" yet; pass its credential with the headers option.',
        },
      ],
    });
  });
});

const securitySchemes = {
  token: { type: "http", scheme: "bearer" },
  key: { type: "apiKey", in: "header", name: "X-Key" },
  password: { type: "http", scheme: "basic" },
};

/** What an operation asks for, each alternative a list. */
function requirementsOf(operation: JsonObject, root: JsonObject) {
  const given = { ...root, paths: { "/a": { get: operation } }, components: { securitySchemes } };
  return operationOf(given).security.map(({ schemes }) => schemes);
}

interface Case {
  readonly given: JsonObject;
  readonly want: readonly (readonly string[])[];
}

describe("what an operation asks for", () => {
  it.each<[name: string, row: Case]>([
    ["what the document asks for", { given: {}, want: [["token"]] }],
    ["its own", { given: { security: [{ key: [] }] }, want: [["key"]] }],
    ["nothing", { given: { security: [] }, want: [] }],
    [
      "alternatives",
      { given: { security: [{ key: [] }, { token: ["read"] }] }, want: [["key"], ["token"]] },
    ],
    ["a combination", { given: { security: [{ token: [], key: [] }] }, want: [["token", "key"]] }],
    [
      "a credential or none, in this order",
      { given: { security: [{}, { key: [] }, { token: [] }] }, want: [["key"], ["token"], []] },
    ],
    [
      "what can be served",
      { given: { security: [{ password: [] }, { key: [] }] }, want: [["key"]] },
    ],
    [
      "no part of a combination that can't be served",
      { given: { security: [{ password: [], key: [] }] }, want: [] },
    ],
    ["no scheme that there isn't", { given: { security: [{ none: [] }, "key", null] }, want: [] }],
  ])("%s", (_, { given, want }) => {
    expect(requirementsOf(given, { security: [{ token: [] }] })).toEqual(want);
  });

  it("nothing where nobody asks", () => {
    expect(requirementsOf({}, {})).toEqual([]);
  });
});
