import { describe, expect, it } from "vitest";
import { securityFile } from "../../../generator/plan/sdk/security-file.js";
import type { SchemeView } from "../../../generator/plan/sdk/views.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf } from "../blueprint.js";

function fileOf(document: JsonObject) {
  const file = securityFile(blueprintOf(document));
  if (file.template !== "sdk/security") throw new Error(file.template);
  return file;
}

function schemesOf(securitySchemes: JsonObject, paths: JsonObject = {}) {
  return fileOf({ components: { securitySchemes }, paths }).view.schemes;
}

const machine = {
  type: "oauth2",
  flows: { clientCredentials: { tokenUrl: "/token", scopes: {} } },
};

describe("a security scheme", () => {
  it.each<[name: string, scheme: JsonObject, module: string, want: Partial<SchemeView>]>([
    [
      "of a bearer token",
      { type: "http", scheme: "bearer" },
      "bearer",
      { make: "bearer", sources: [{ option: "it", environment: "CLERK_IT" }] },
    ],
    [
      "of basic authentication",
      { type: "http", scheme: "basic" },
      "basic",
      {
        make: "basic",
        sources: [
          { option: "username", environment: "CLERK_USERNAME" },
          { option: "password", environment: "CLERK_PASSWORD" },
        ],
      },
    ],
    [
      "of a key in a header",
      { type: "apiKey", in: "header", name: 'X-"Key"' },
      "api-key-header",
      {
        make: "apiKeyHeader",
        key: 'X-"Key"',
        sources: [{ option: "it", environment: "CLERK_IT" }],
      },
    ],
    [
      "of a key in a query",
      { type: "apiKey", in: "query", name: "key" },
      "api-key-query",
      { make: "apiKeyQuery", key: "key", sources: [{ option: "it", environment: "CLERK_IT" }] },
    ],
    [
      "of a key in a cookie",
      { type: "apiKey", in: "cookie", name: "sid" },
      "api-key-cookie",
      { make: "apiKeyCookie", key: "sid", sources: [{ option: "it", environment: "CLERK_IT" }] },
    ],
    [
      "of a client that gets its tokens",
      machine,
      "oauth2",
      {
        make: "clientCredentials",
        flow: { tokenURL: "/token", scopes: [] },
        sources: [
          { option: "clientID", environment: "CLERK_CLIENT_ID" },
          { option: "clientSecret", environment: "CLERK_CLIENT_SECRET" },
        ],
      },
    ],
  ])("%s is made by the runtime", (_, scheme, module, want) => {
    const { path, view } = fileOf({ components: { securitySchemes: { it: scheme } } });
    expect(path).toBe("src/security.ts");
    expect(view.schemes).toEqual([{ scheme: "it", key: null, flow: null, ...want }]);
    expect(view.imports).toMatchObject([
      { module: `./runtime/${module}.js`, isTypeOnly: false, names: [{ name: want.make }] },
    ]);
  });
});

describe("the constants of the security schemes", () => {
  it("have other names than their functions and than reserved words", () => {
    const securitySchemes = {
      bearer: { type: "http", scheme: "bearer" },
      default: { type: "oauth2" },
    };
    expect(schemesOf(securitySchemes).map(({ scheme }) => scheme)).toEqual(["bearer_", "default_"]);
  });

  it("are one for each set of scopes that operations require", () => {
    const paths = {
      "/a": {
        get: { security: [{ machine: ["read"] }] },
        put: { security: [{ machine: ["read", "write"] }, { token: ["read"] }] },
        post: { security: [{ machine: ["read"] }] },
        delete: { security: [{ machine: [] }] },
      },
    };
    const token = { type: "http", scheme: "bearer" };
    const schemes = schemesOf({ machine, token }, paths);
    expect(schemes.map(({ scheme, flow }) => [scheme, flow?.scopes ?? null])).toEqual([
      ["machine", []],
      ["machineRead", ["read"]],
      ["machineReadWrite", ["read", "write"]],
      ["token", null],
    ]);
  });
});
