import { describe, expect, it } from "vitest";
import { coreFile } from "../../../generator/plan/sdk/core-file.js";
import type { OptionView } from "../../../generator/plan/sdk/views.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf } from "../blueprint.js";

function coreOf(document: JsonObject) {
  const file = coreFile(blueprintOf(document));
  if (file.template !== "sdk/core") throw new Error(file.template);
  return file.view;
}

function importsOf(document: JsonObject) {
  return coreOf(document).imports.flatMap(({ module, names }) =>
    names.map(({ name }) => `${name} < ${module}`),
  );
}

const clientCore = [
  "ApiDefaults < ./runtime/client-core.js",
  "ClientCore < ./runtime/client-core.js",
  "ClientOptions < ./runtime/client-core.js",
];

describe("the client without operations", () => {
  it("of a minimal API", () => {
    const { imports, ...view } = coreOf({});
    expect(view).toEqual({
      core: "ClerkCore",
      options: "ClerkOptions",
      members: [],
      credentials: [],
      plainServer: null,
      servers: [],
      userAgent: "clerk/1.0.0",
      hasSecurity: false,
      security: null,
      secrets: null,
      retries: null,
      timeoutMs: null,
    });
    expect(importsOf({})).toEqual(clientCore);
  });

  it("names the secret fields of payloads", () => {
    const pin = { type: "string", format: "password" };
    const components = { schemas: { Login: { type: "object", properties: { pin, code: pin } } } };
    expect(coreOf({ components }).secrets).toEqual({ fits: true, entries: ["code", "pin"] });
    expect(importsOf({ components })).toContain("secretPayloads < ./runtime/secret-fields.js");
  });

  it.each([
    ["text/event-stream", ["idleTimeoutMs"]],
    ["application/octet-stream", ["idleTimeoutMs"]],
    ["application/json", []],
  ])("has an option for the streams of %s: %j", (contentType, want) => {
    const content = { [contentType]: { schema: {} } };
    const get = { responses: { 200: { description: "", content } } };
    expect(coreOf({ paths: { "/a": { get } } }).members.map(({ name }) => name)).toEqual(want);
  });

  it("has the security of the document", () => {
    const components = { securitySchemes: { token: { type: "http", scheme: "bearer" } } };
    expect(coreOf({ components, security: [{ token: [] }] })).toMatchObject({
      hasSecurity: true,
      security: { alternatives: ["[security.token]"] },
    });
  });

  it("imports no scheme where no call needs a credential", () => {
    const components = { securitySchemes: { token: { type: "http", scheme: "bearer" } } };
    const open = { hasSecurity: false, security: { alternatives: ["[]"] } };
    expect(coreOf({ components, security: [{}] })).toMatchObject(open);
    expect(coreOf({ security: [{}] })).toMatchObject(open);
    expect(coreOf({ components, security: [{}, { token: [] }] })).toMatchObject({
      hasSecurity: true,
      security: { alternatives: ["[security.token]", "[]"] },
    });
  });

  it("has the retry policy and the limit of time of the document", () => {
    const given = { "x-speakeasy-retries": { strategy: "none" }, "x-speakeasy-timeout": 10 };
    expect(coreOf(given)).toMatchObject({
      retries: { isBackoff: false, backoff: [], statusCodes: null, retryConnectionErrors: null },
      timeoutMs: "10",
    });
  });
});

describe("an option for each credential", () => {
  function optionsOf(securitySchemes: JsonObject) {
    const { members, credentials } = coreOf({ components: { securitySchemes } });
    return { credentials, members: members.map(({ name, type, doc }) => ({ name, type, doc })) };
  }

  function asked(variable: string): string {
    return `Default: the environment variable \`${variable}\`.`;
  }

  it("is there", () => {
    const given = optionsOf({
      bearerAuth: { type: "http", scheme: "bearer", bearerFormat: "sk_…", description: "The key." },
      "api-key": { type: "apiKey", in: "header", name: "X-Key" },
    });
    expect(given).toEqual({
      credentials: ["bearerAuth", "apiKey"],
      members: [
        {
          name: "bearerAuth",
          type: "Credential | null",
          doc: `The key.\n\nFormat: \`sk_…\`.\n\n${asked("CLERK_BEARER_AUTH")}`,
        },
        { name: "apiKey", type: "Credential | null", doc: asked("CLERK_API_KEY") },
      ],
    });
  });

  it.each<
    [kind: string, scheme: JsonObject, options: readonly string[], variables: readonly string[]]
  >([
    [
      "a name and a password",
      { type: "http", scheme: "basic" },
      ["username", "password"],
      ["CLERK_USERNAME", "CLERK_PASSWORD"],
    ],
    [
      "a client that gets its tokens",
      { type: "oauth2", flows: { clientCredentials: { tokenUrl: "/token", scopes: {} } } },
      ["clientID", "clientSecret"],
      ["CLERK_CLIENT_ID", "CLERK_CLIENT_SECRET"],
    ],
  ])("are two of %s", (_, scheme, options, variables) => {
    expect(optionsOf({ it: scheme })).toEqual({
      credentials: options,
      members: options.map((name, index) => ({
        name,
        type: "Credential | null",
        doc: asked(variables[index] ?? ""),
      })),
    });
  });

  it("imports its type", () => {
    const securitySchemes = { key: { type: "http", scheme: "basic" } };
    expect(importsOf({ components: { securitySchemes } })).toEqual([
      ...clientCore,
      "Credential < ./runtime/security.js",
    ]);
  });
});

describe("a server", () => {
  it("is unchanged if it is the only one and its URL is absolute", () => {
    const servers = [{ url: "https://a.example/v1", description: "Live." }];
    expect(coreOf({ servers })).toMatchObject({
      plainServer: "https://a.example/v1",
      servers: [],
      members: [],
    });
    expect(importsOf({ servers })).toEqual(clientCore);
  });

  it.each<[name: string, servers: Json, urls: readonly string[]]>([
    [
      "among several",
      [{ url: "https://a.example" }, { url: "https://b.example" }],
      ["https://a.example", "https://b.example"],
    ],
    ["that is relative", [{ url: "/v1" }], ["/v1"]],
    ["with a variable", [{ url: "https://{a}.example" }], ["https://{a}.example"]],
  ])("%s is chosen by the client's options", (_, servers, urls) => {
    const view = coreOf({ servers });
    expect(view.plainServer).toBeNull();
    expect(view.servers.map(({ url }) => url)).toEqual(urls);
    expect(importsOf({ servers })).toEqual([...clientCore, "serverAmong < ./runtime/server.js"]);
  });
});

const choice: OptionView = {
  name: "server",
  type: null,
  values: [],
  variables: [],
  doc: "The server to call, by index or name. Default: the first.",
};
const variables: OptionView = {
  name: "serverVariables",
  type: null,
  values: [],
  variables: [],
  doc: "Values of the variables in the server URL. Default: those of the API's description.",
};
const origin: OptionView = {
  name: "origin",
  type: "string | URL",
  values: [],
  variables: [],
  doc: "The base URL of the relative server URL. Default: the current page in browsers.",
};
const plain = { url: "https://a.example" };

describe("the options that servers bring", () => {
  it.each<[name: string, document: JsonObject, want: readonly OptionView[]]>([
    ["of one", { servers: [plain] }, []],
    [
      "of several, by index and by name",
      {
        servers: [
          { ...plain, name: "live" },
          { url: "https://b.example", name: 'a "test"' },
          plain,
        ],
      },
      [{ ...choice, values: ["0", "1", "2", '"live"', '"a \\"test\\""'] }],
    ],
    [
      "of several with one name",
      {
        servers: [
          { ...plain, name: "live" },
          { ...plain, name: "live" },
        ],
      },
      [{ ...choice, values: ["0", "1", '"live"'] }],
    ],
    [
      "of variables",
      {
        servers: [
          {
            url: "https://{region}.example/{path}",
            variables: { region: { enum: ["eu", "us"] }, path: { default: "v1" } },
          },
        ],
      },
      [
        {
          ...variables,
          variables: [
            { name: "region", values: ['"eu"', '"us"'] },
            { name: "path", values: [] },
          ],
        },
      ],
    ],
    ["of a relative one", { servers: [{ url: "/v1" }] }, [origin]],
    [
      "of an operation",
      { servers: [plain], paths: { "/a": { get: { servers: [{ url: "/{tenant}" }] } } } },
      [{ ...variables, variables: [{ name: "tenant", values: [] }] }, origin],
    ],
    [
      "of an operation, which is no choice",
      { servers: [plain], paths: { "/a": { get: { servers: [plain, { url: "/v1" }] } } } },
      [],
    ],
  ])("%s", (_, document, want) => {
    expect(coreOf(document).members).toEqual(want);
  });
});
