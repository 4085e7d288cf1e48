import { describe, expect, it } from "vitest";
import { clientFile, coreFile, securityFile } from "../../../generator/plan/sdk/client-files.js";
import type { JsonObject } from "../../../generator/read/document.js";
import { blueprintOf } from "../blueprint.js";

function viewOf<File extends { template: string; view: object }>(
  file: File,
  template: string,
): File["view"] {
  if (file.template !== template) throw new Error(file.template);
  return file.view;
}

function coreOf(document: JsonObject) {
  const file = coreFile(blueprintOf(document));
  if (file.template !== "sdk/core") throw new Error(file.template);
  return file.view;
}

describe("the client class", () => {
  it("has every resource", () => {
    const file = clientFile(
      blueprintOf({
        info: { title: "Pets API", version: "1", description: "All of them." },
        tags: [{ name: "Cats", description: "Purr." }],
        paths: { "/a": { get: { tags: ["Cats"] } }, "/b": { get: { tags: ["then"] } } },
      }),
    );
    expect(file.path).toBe("src/client.ts");
    expect(viewOf(file, "sdk/client")).toEqual({
      imports: [
        {
          module: "./core.js",
          isTypeOnly: false,
          fits: true,
          names: [{ name: "ClerkCore", isInlineType: false }],
        },
        {
          module: "./resources/cats.js",
          isTypeOnly: false,
          fits: true,
          names: [{ name: "CatsResource", isInlineType: false }],
        },
        {
          module: "./resources/then.js",
          isTypeOnly: false,
          fits: true,
          names: [{ name: "ThenResource", isInlineType: false }],
        },
      ],
      doc: "Pets API\n\nAll of them.",
      class: "Clerk",
      core: "ClerkCore",
      resources: [
        { doc: "Purr.", accessor: "cats", class: "CatsResource" },
        { doc: "The operations of then.", accessor: "then2", class: "ThenResource" },
      ],
    });
  });
});

describe("the client without operations", () => {
  it("of an API that says little", () => {
    expect(coreOf({})).toEqual({
      core: "ClerkCore",
      options: "ClerkOptions",
      imports: [],
      credentials: [],
      globals: [],
      hasOptions: false,
      serverURL: null,
      retries: null,
      timeoutMs: null,
    });
  });

  it.each<[name: string, row: { given: JsonObject[]; want: string | null }]>([
    [
      "is the document's",
      { given: [{ url: "https://a.example/v1" }], want: "https://a.example/v1" },
    ],
    [
      "is the first of several",
      {
        given: [{ url: "http://a.example" }, { url: "https://b.example" }],
        want: "http://a.example",
      },
    ],
    ["is not known where it is relative", { given: [{ url: "/v1" }], want: null }],
    [
      "is not known where a variable stands for nothing",
      { given: [{ url: "https://{a}.example" }], want: null },
    ],
    [
      "is not known where it is no web address",
      { given: [{ url: "ftp://a.example" }], want: null },
    ],
  ])("calls a server that %s", (_, { given, want }) => {
    expect(coreOf({ servers: given }).serverURL).toBe(want);
  });

  it("has an option for each credential", () => {
    const securitySchemes = {
      bearerAuth: { type: "http", scheme: "bearer", bearerFormat: "sk_…", description: "The key." },
      "api-key": { type: "apiKey", in: "header", name: "X-Key" },
    };
    expect(coreOf({ components: { securitySchemes } }).credentials).toEqual([
      {
        option: "bearerAuth",
        doc: "The key.\n\nLooks like `sk_…`.\n\nWhere it isn't given, the environment variable `CLERK_BEARER_AUTH` is asked.",
      },
      {
        option: "apiKey",
        doc: "Where it isn't given, the environment variable `CLERK_API_KEY` is asked.",
      },
    ]);
  });

  it("has the retry policy of the document", () => {
    expect(coreOf({ "x-speakeasy-retries": { strategy: "none" } }).retries).toEqual({
      isBackoff: false,
      backoff: [],
      statusCodes: null,
      retryConnectionErrors: null,
    });
  });
});

describe("the security schemes", () => {
  it("are made by the runtime", () => {
    const securitySchemes = {
      bearer: { type: "http", scheme: "bearer" },
      key: { type: "apiKey", in: "header", name: 'X-"Key"' },
      default: { type: "oauth2" },
    };
    const file = securityFile(blueprintOf({ components: { securitySchemes } }));
    expect(file.path).toBe("src/security.ts");
    const view = viewOf(file, "sdk/security");
    expect(view).toMatchObject({
      schemes: [
        {
          scheme: "bearer2",
          option: "bearer",
          environment: "CLERK_BEARER",
          make: "bearer",
          header: null,
        },
        {
          scheme: "key",
          option: "key",
          environment: "CLERK_KEY",
          make: "apiKeyHeader",
          header: 'X-"Key"',
        },
        {
          scheme: "default2",
          option: "default",
          environment: "CLERK_DEFAULT",
          make: "bearer",
          header: null,
        },
      ],
    });
    expect(view).toMatchObject({
      imports: [
        { module: "./runtime/api-key-header.js", names: [{ name: "apiKeyHeader" }] },
        { module: "./runtime/bearer.js", names: [{ name: "bearer" }] },
      ],
    });
  });
});
