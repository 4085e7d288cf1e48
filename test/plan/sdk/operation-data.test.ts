import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import type {
  BodyView,
  OperationDataView,
  ParameterView,
} from "../../../generator/plan/sdk/data-views.js";
import {
  isPlain,
  operationDataView,
  retriesView,
  serverViews,
} from "../../../generator/plan/sdk/operation-data.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn, ref } from "../blueprint.js";
import { server } from "../docs/fixture.js";
import { plainBody } from "./plain-body.js";

const bare: OperationDataView = {
  name: "postItOperation",
  id: "PostIt",
  method: "POST",
  path: "/pets/{id}",
  fits: true,
  parameters: null,
  body: null,
  bodyTypes: [],
  secrets: null,
  accept: null,
  success: {
    fits: true,
    entries: [{ status: '"2XX"', value: "nothing", readers: [], stream: null }],
  },
  errors: null,
  security: null,
  plainServer: null,
  server: null,
  idempotencyHeader: null,
  retries: null,
  timeoutMs: null,
};

function dataOf(operation: JsonObject, path = "/pets/{id}", security: readonly JsonObject[] = []) {
  const found = operationIn({
    security: [...security],
    paths: { [path]: { post: { operationId: "PostIt", ...operation } } },
    components: {
      schemas: { Problem: { type: "object" } },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        "x-key": { type: "apiKey", in: "header", name: "X-Key" },
      },
    },
  });
  const { blueprint } = found;
  const { view, uses } = operationDataView(callFrom(found.operation, blueprint.api), blueprint);
  return {
    view,
    uses: uses.map(({ module, name, isType }) => `${isType ? "type " : ""}${name} < ${module}`),
  };
}

const nothing = "nothing < ../runtime/nothing.js";

interface Case {
  readonly given: JsonObject;
  readonly want: Partial<OperationDataView>;
  readonly uses?: readonly string[];
  /** The security of the whole document. */
  readonly common?: readonly JsonObject[];
}

const words = { type: "string" };
const schema = { schema: ref("Problem") };
const object = json(ref("Problem"));

function entries<Entry>(fits: boolean, ...list: readonly Entry[]) {
  return { fits, entries: list };
}

function shared(key: string, place: string, write: string, constant: string): ParameterView {
  return parameter(key, place, write, { shared: constant });
}

function parameter(
  key: string,
  place: string,
  write: string,
  facts: Partial<ParameterView> = {},
): ParameterView {
  return {
    ...{ key, shared: null, in: place, name: null, write, encode: null },
    ...{ confine: null, global: null, ...facts },
  };
}

const jsonBody: BodyView = { ...plainBody, write: "jsonBody" };

describe("the data for the runtime", () => {
  it.each<[name: string, row: Case]>([
    ["of a minimal operation", { given: {}, want: {} }],
    [
      "of parameters, and their names on the wire where they are called otherwise",
      {
        given: {
          parameters: [
            { in: "path", name: "id", required: true },
            { in: "query", name: "id" },
            { in: "header", name: "X-A" },
            { in: "cookie", name: "sid" },
          ],
        },
        want: {
          parameters: entries(
            false,
            parameter("query_id", "inQuery", "formExplodedStyle", { name: "id" }),
            shared("X-A", "inHeader", "headerStyle", "headerParameter"),
            shared("sid", "inCookie", "formExplodedStyle", "cookieParameter"),
          ),
        },
        uses: [
          "inQuery < ../runtime/in-query.js",
          "formExplodedStyle < ../runtime/style-form.js",
          "headerParameter < ../runtime/in-header.js",
          "cookieParameter < ../runtime/in-cookie.js",
        ],
      },
    ],
    [
      "of parameters that are written otherwise than their places have it",
      {
        given: {
          parameters: [
            { in: "path", name: "id", style: "label", explode: true, schema: {} },
            { in: "query", name: "url", allowReserved: true, schema: {} },
            { in: "query", name: "near", style: "deepObject", schema: {} },
            { in: "query", name: "filter", content: { "application/json": { schema: {} } } },
          ],
        },
        want: {
          parameters: entries(
            false,
            parameter("id", "inPath", "labelExplodedStyle"),
            parameter("url", "inQuery", "formExplodedStyle", { encode: "encodeReserved" }),
            parameter("near", "inQuery", "deepObjectStyle"),
            parameter("filter", "inQuery", "jsonPair"),
          ),
        },
        uses: [
          "inPath < ../runtime/in-path.js",
          "labelExplodedStyle < ../runtime/style-label.js",
          "inQuery < ../runtime/in-query.js",
          "formExplodedStyle < ../runtime/style-form.js",
          "encodeReserved < ../runtime/encode.js",
          "inQuery < ../runtime/in-query.js",
          "deepObjectStyle < ../runtime/style-deep-object.js",
          "inQuery < ../runtime/in-query.js",
          "jsonPair < ../runtime/style-content.js",
        ],
      },
    ],
    [
      "of a parameter that is secret",
      {
        given: {
          parameters: [{ in: "header", name: "X-Pin", schema: { ...words, format: "password" } }],
        },
        want: {
          parameters: entries(
            false,
            parameter("X-Pin", "inHeader", "headerStyle", { confine: "confineHeader" }),
          ),
          secrets: entries(true, "X-Pin"),
        },
        uses: [
          "inHeader < ../runtime/in-header.js",
          "headerStyle < ../runtime/style-simple.js",
          "confineHeader < ../runtime/redirects.js",
          "secretFields < ../runtime/secret-fields.js",
        ],
      },
    ],
    [
      "of a body whose fields are beside the parameters",
      {
        given: { requestBody: json({ properties: { a: words } }, { required: true }) },
        want: { body: { ...jsonBody, isUsual: true, isOptional: false } },
        uses: ["jsonBody < ../runtime/body-json.js"],
      },
    ],
    [
      "of a body that is a field",
      {
        given: { requestBody: json(words) },
        want: { body: { ...jsonBody, field: "body" } },
        uses: ["jsonBody < ../runtime/body-json.js"],
      },
    ],
    [
      "of a body that is a field beside a parameter of its name",
      {
        given: { requestBody: json(words), parameters: [{ in: "query", name: "body" }] },
        want: {
          parameters: entries(
            true,
            shared("body", "inQuery", "formExplodedStyle", "queryParameter"),
          ),
          body: { ...jsonBody, field: "requestBody" },
        },
        uses: ["queryParameter < ../runtime/in-query.js", "jsonBody < ../runtime/body-json.js"],
      },
    ],
    [
      "of successes that have a payload",
      {
        given: {
          responses: {
            200: json(words),
            204: { description: "" },
            206: { description: "", content: { "image/png": {} } },
            "2XX": { description: "", content: { "text/plain": {} } },
          },
        },
        want: {
          accept: "application/json, image/png, text/plain",
          success: entries(
            true,
            { status: "200", value: "jsonOrText", readers: [], stream: null },
            { status: "204", value: "nothing", readers: [], stream: null },
            { status: "206", value: "binary", readers: [], stream: null },
            { status: '"2XX"', value: "text", readers: [], stream: null },
          ),
        },
        uses: [
          "jsonOrText < ../runtime/json-or-text.js",
          nothing,
          "binary < ../runtime/binary.js",
          "text < ../runtime/text.js",
        ],
      },
    ],
    [
      "of successes that are all of one type",
      {
        given: {
          responses: {
            200: { description: "", content: { "text/csv": {} } },
            201: { description: "", content: { "text/csv": {} } },
          },
        },
        want: {
          accept: "text/csv",
          success: entries(
            true,
            { status: "200", value: "text", readers: [], stream: null },
            { status: "201", value: "text", readers: [], stream: null },
          ),
        },
        uses: ["text < ../runtime/text.js", "text < ../runtime/text.js"],
      },
    ],
    [
      "of successes that are JSON alone, for which nothing else is asked",
      {
        given: { responses: { 200: json({ type: "object" }), 201: json({}) } },
        want: {
          success: entries(
            true,
            { status: "200", value: "json", readers: [], stream: null },
            { status: "201", value: "anything", readers: [], stream: null },
          ),
        },
        uses: ["json < ../runtime/json.js", "anything < ../runtime/anything.js"],
      },
    ],
    [
      "of successes that are forms, which are given as text",
      {
        given: {
          responses: {
            200: { description: "", content: { "application/x-www-form-urlencoded": {} } },
          },
        },
        want: {
          accept: "application/x-www-form-urlencoded",
          success: entries(true, { status: "200", value: "text", readers: [], stream: null }),
        },
        uses: ["text < ../runtime/text.js"],
      },
    ],
    [
      "of failures that have a payload",
      {
        given: {
          responses: {
            200: { description: "" },
            400: { description: "", content: { "application/json": schema, "text/plain": {} } },
            404: object,
            409: { description: "", content: { "text/plain": {} } },
            410: { description: "" },
            default: json(words),
          },
        },
        want: {
          success: entries(true, { status: "200", value: "nothing", readers: [], stream: null }),
          errors: entries(
            false,
            {
              status: "400",
              value: "/* @__PURE__ */ jsonOrTextError(Problem)",
              readers: [],
              stream: null,
            },
            { status: "404", value: "Problem", readers: [], stream: null },
            { status: "409", value: "textError", readers: [], stream: null },
            { status: "410", value: "SDKError", readers: [], stream: null },
            {
              status: "default",
              value: "/* @__PURE__ */ jsonOrTextError(PostItDefaultError, PostItDefaultError)",
              readers: [],
              stream: null,
            },
          ),
        },
        uses: [
          nothing,
          "Problem < ../errors.js",
          "jsonOrTextError < ../runtime/text-error.js",
          "Problem < ../errors.js",
          "textError < ../runtime/text-error.js",
          "SDKError < ../runtime/errors.js",
          "PostItDefaultError < ../errors.js",
          "jsonOrTextError < ../runtime/text-error.js",
        ],
      },
    ],
    [
      "of a failure without a payload that no other entry covers",
      {
        given: { responses: { 200: { description: "" }, 404: { description: "" }, "5XX": object } },
        want: {
          success: entries(true, { status: "200", value: "nothing", readers: [], stream: null }),
          errors: entries(true, { status: '"5XX"', value: "Problem", readers: [], stream: null }),
        },
        uses: [nothing, "Problem < ../errors.js"],
      },
    ],
    [
      "of security",
      {
        given: { security: [{}, { bearer: [], "x-key": [] }, { "x-key": [] }] },
        want: {
          security: {
            alternatives: ["[security.bearer_, security.xKey]", "[security.xKey]", "[]"],
          },
        },
      },
    ],
    [
      "nothing of the security of the whole document",
      { given: { security: [{ bearer: [] }] }, want: {}, common: [{ bearer: [] }] },
    ],
    [
      "of an operation that asks for no credential where the document does",
      {
        given: { security: [] },
        want: { security: { alternatives: [] } },
        common: [{ bearer: [] }],
      },
    ],
    [
      "of its own server",
      {
        given: { servers: [{ url: "https://own.example" }, { url: "https://other.example" }] },
        want: { plainServer: "https://own.example" },
      },
    ],
    [
      "of its own server, with the client's options",
      {
        given: { servers: [{ url: "https://{region}.example" }] },
        want: {
          server: {
            name: null,
            url: "https://{region}.example",
            hasVariables: false,
            variables: [],
          },
        },
        uses: ["serverOf < ../runtime/server.js"],
      },
    ],
    [
      "of a header by which the server knows the request",
      {
        given: { parameters: [{ in: "header", name: "Idempotency-Key" }] },
        want: { idempotencyHeader: "Idempotency-Key" },
        uses: ["idempotencyHeader < ../runtime/idempotency.js"],
      },
    ],
    ["of a limit of time", { given: { "x-speakeasy-timeout": 0 }, want: { timeoutMs: "0" } }],
    [
      "of retries",
      {
        given: { "x-speakeasy-retries": { strategy: "none" } },
        want: {
          retries: {
            isBackoff: false,
            backoff: [],
            statusCodes: null,
            retryConnectionErrors: null,
          },
        },
      },
    ],
  ])("%s", (_, { given, want, uses = [], common = [] }) => {
    const found = dataOf(given, "/pets/{id}", common);
    expect(found.view).toEqual({ ...bare, ...want });
    expect(found.uses.toSorted()).toEqual([...uses, ...(want.success ? [] : [nothing])].toSorted());
  });

  it.each([
    // `export const postItOperation = /* @__PURE__ */ operation("PostIt", "POST", "/…", {`
    { path: `/${"a".repeat(19)}`, want: true },
    { path: `/${"a".repeat(20)}`, want: false },
  ])("has the arguments before it on its line if they fit: $path", ({ path, want }) => {
    expect(dataOf({}, path).view.fits).toBe(want);
  });
});

describe("a retry policy", () => {
  const silent = {
    strategy: "backoff",
    initialInterval: null,
    maxInterval: null,
    exponent: null,
    maxElapsedTime: null,
    statusCodes: null,
    retryConnectionErrors: null,
  } as const;

  it("omits what the document leaves open", () => {
    expect(retriesView(silent)).toEqual({
      isBackoff: true,
      backoff: [],
      statusCodes: null,
      retryConnectionErrors: null,
    });
  });

  it("has the same data as the document", () => {
    const policy = {
      ...silent,
      initialInterval: 0,
      exponent: 1.5,
      statusCodes: [429, "5XX"],
      retryConnectionErrors: false,
    };
    expect(retriesView(policy)).toEqual({
      isBackoff: true,
      backoff: [
        { name: "initialInterval", value: 0 },
        { name: "exponent", value: 1.5 },
      ],
      statusCodes: '[429, "5XX"]',
      retryConnectionErrors: "false",
    });
  });
});

it.each([
  ["/pets#byName", "/pets"],
  ["/#X-Amz-Target=Pets.Get", "/"],
  ["/pets?kind=cat#byName", "/pets?kind=cat"],
])("sends of the path %s what isn't behind a #", (path, want) => {
  expect(dataOf({}, path).view.path).toBe(want);
});

describe("a server needs no client options", () => {
  it.each([
    ["https://a.example/v1", true],
    ["HTTP://a.example", true],
    ["/v1", false],
    ["", false],
    ["https://{region}.example", false],
    ["https://a.example/{", false],
    ["ftp://a.example", false],
  ])("%j: %j", (url, want) => {
    expect(isPlain(server(url))).toBe(want);
  });
});

describe("the data of servers for the runtime", () => {
  it("has their names, URLs and variables", () => {
    const variables = [
      { name: "region", default: "eu", values: ["eu", "us"], description: "Where." },
      { name: "path", default: "", values: [], description: null },
      { name: "tenant", default: null, values: [], description: null },
    ];
    const servers = [
      server("https://a.example", { description: "Live." }),
      server("https://{region}.example/{tenant}{path}", { name: "regional", variables }),
    ];
    expect(serverViews(servers)).toEqual([
      { name: null, url: "https://a.example", hasVariables: false, variables: [] },
      {
        name: "regional",
        url: "https://{region}.example/{tenant}{path}",
        hasVariables: true,
        variables: [
          { name: "region", default: '"eu"', values: ["eu", "us"] },
          { name: "path", default: '""', values: [] },
        ],
      },
    ]);
  });
});
