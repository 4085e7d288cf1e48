import { describe, expect, it } from "vitest";
import type { Requirement, SecurityScheme } from "../../generator/model/api/security.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { modelOf, operationOf } from "./documents.js";

function modelWith(scheme: Json) {
  return modelOf({
    components: {
      securitySchemes: { auth: scheme },
      "x-schemes": { Bearer: { type: "http", scheme: "bearer" } },
      "x-flows": { Machine: { clientCredentials: { tokenUrl: "/token" } } },
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
        want: { name: "auth", kind: "apiKey", description: "The key.", in: "header", key: "X-Key" },
      },
    ],
    [
      "apiKey in the query",
      {
        given: { type: "apiKey", in: "query", name: "key" },
        want: { name: "auth", kind: "apiKey", description: null, in: "query", key: "key" },
      },
    ],
    [
      "apiKey in a cookie",
      {
        given: { type: "apiKey", in: "cookie", name: "sid" },
        want: { name: "auth", kind: "apiKey", description: null, in: "cookie", key: "sid" },
      },
    ],
    [
      "http basic",
      {
        given: { type: "http", scheme: "Basic", description: "The door." },
        want: { name: "auth", kind: "basic", description: "The door." },
      },
    ],
    [
      "oauth2 for programs",
      {
        given: {
          type: "oauth2",
          flows: {
            implicit: { authorizationUrl: "https://a.example/login", scopes: {} },
            clientCredentials: { tokenUrl: " /token ", scopes: { read: "Read." } },
          },
        },
        want: { name: "auth", kind: "clientCredentials", description: null, tokenURL: "/token" },
      },
    ],
    [
      "oauth2 for programs, with flows behind a reference",
      {
        given: { type: "oauth2", flows: { $ref: "#/components/x-flows/Machine" } },
        want: { name: "auth", kind: "clientCredentials", description: null, tokenURL: "/token" },
      },
    ],
    [
      "oauth2 for people, whose token is given",
      {
        given: {
          type: "oauth2",
          flows: {
            authorizationCode: {
              authorizationUrl: "https://a.example/login",
              tokenUrl: "https://a.example/token",
              scopes: {},
            },
          },
        },
        want: { name: "auth", kind: "bearer", description: null, format: null },
      },
    ],
    [
      "one that is a reference",
      {
        given: { $ref: "#/components/x-schemes/Bearer" },
        want: { name: "auth", kind: "bearer", description: null, format: null },
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(modelWith(given)).toMatchObject({ security: [want], problems: [] });
  });

  it.each<[name: string, given: JsonObject, key: string, value: string]>([
    ["http digest", { type: "http", scheme: "digest" }, "scheme", "digest"],
    ["apiKey in the path", { type: "apiKey", in: "path", name: "key" }, "in", "path"],
    ["mutualTLS", { type: "mutualTLS" }, "type", "mutualTLS"],
  ])("%s is left out, with a warning", (_, given, key, value) => {
    expect(modelWith(given)).toMatchObject({
      security: [],
      problems: [
        {
          severity: "warning",
          pointer: `/components/securitySchemes/auth/${key}`,
          message: `\`${key}: ${value}\` of the security scheme "auth" isn't supported, so clients have no option for its credential: pass it in the option \`headers\`, or add it in \`fetch\``,
        },
      ],
    });
  });

  it.each<[name: string, given: JsonObject, pointer: string, key: string]>([
    ["flows", { type: "oauth2" }, "", "flows"],
    [
      "a tokenUrl",
      { type: "oauth2", flows: { clientCredentials: { scopes: {} } } },
      "/flows/clientCredentials",
      "tokenUrl",
    ],
  ])("oauth2 without %s takes a token, with a warning", (_, given, pointer, key) => {
    expect(modelWith(given)).toMatchObject({
      security: [{ name: "auth", kind: "bearer", description: null, format: null }],
      problems: [
        {
          severity: "warning",
          pointer: `/components/securitySchemes/auth${pointer}`,
          message: `the OAuth scheme has no \`${key}\`, so clients don't fetch tokens and take one as an option: add it`,
        },
      ],
    });
  });
});

describe("a scheme that lacks a key is left out, and the key is named", () => {
  it.each<[given: JsonObject, want: string]>([
    [{ scheme: "bearer" }, "a security scheme needs `type`"],
    [{ type: "http" }, "a security scheme of the type http needs `scheme`"],
    [{ type: "apiKey", in: "header" }, "a security scheme of the type apiKey needs `name`"],
    [{ type: "apiKey", name: "key" }, "a security scheme of the type apiKey needs `in`"],
  ])("%j", (given, want) => {
    expect(modelWith(given)).toMatchObject({
      security: [],
      problems: [{ severity: "warning", message: `${want}; it is left out: add it` }],
    });
  });
});

const securitySchemes = {
  token: { type: "http", scheme: "bearer" },
  key: { type: "apiKey", in: "header", name: "X-Key" },
  digest: { type: "http", scheme: "digest" },
};

/** What an operation asks for, each alternative a list. */
function requirementsOf(operation: JsonObject, root: JsonObject) {
  const given = { ...root, paths: { "/a": { get: operation } }, components: { securitySchemes } };
  return operationOf(given).security.map(({ schemes }) => schemes.map(({ name }) => name));
}

interface Case {
  readonly given: JsonObject;
  readonly want: readonly (readonly string[])[];
}

describe("what an operation requires", () => {
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
    ["what can be served", { given: { security: [{ digest: [] }, { key: [] }] }, want: [["key"]] }],
    [
      "no part of a combination that can't be served",
      { given: { security: [{ digest: [], key: [] }] }, want: [] },
    ],
    ["no scheme that there isn't", { given: { security: [{ none: [] }, "key", null] }, want: [] }],
  ])("%s", (_, { given, want }) => {
    expect(requirementsOf(given, { security: [{ token: [] }] })).toEqual(want);
  });

  it.each<[name: string, security: Json, want: readonly Requirement[]]>([
    ["none", [{ token: [] }], [{ schemes: [{ name: "token", scopes: [] }] }]],
    [
      "in their order",
      [{ token: ["write", "read"] }, { key: [] }],
      [
        { schemes: [{ name: "token", scopes: ["write", "read"] }] },
        { schemes: [{ name: "key", scopes: [] }] },
      ],
    ],
    [
      "each scheme's own where schemes go together",
      [{ token: ["read"], key: ["admin"] }],
      [
        {
          schemes: [
            { name: "token", scopes: ["read"] },
            { name: "key", scopes: ["admin"] },
          ],
        },
      ],
    ],
    [
      "without what isn't text",
      [{ token: [1, "read", null] }],
      [{ schemes: [{ name: "token", scopes: ["read"] }] }],
    ],
    [
      "none where they are no list",
      [{ token: "read" }],
      [{ schemes: [{ name: "token", scopes: [] }] }],
    ],
  ])("with scopes: %s", (_, security, want) => {
    const given = { paths: { "/a": { get: { security } } }, components: { securitySchemes } };
    expect(operationOf(given).security).toEqual(want);
  });

  it("nothing if no operation requires it", () => {
    expect(requirementsOf({}, {})).toEqual([]);
  });
});
