import { describe, expect, it } from "vitest";
import { argumentsOf } from "../../../generator/plan/arguments.js";
import { operationDataView, retriesView } from "../../../generator/plan/sdk/operation-data.js";
import type { OperationDataView } from "../../../generator/plan/sdk/views.js";
import type { JsonObject } from "../../../generator/read/document.js";
import { json, operationIn, ref } from "../blueprint.js";

const bare: OperationDataView = {
  name: "postItOperation",
  id: "PostIt",
  resource: "pets",
  method: "post",
  path: "/pets/{id}",
  hasParameters: false,
  parameters: [],
  body: null,
  hasSuccess: false,
  success: [],
  hasErrors: false,
  errors: [],
  security: [],
  retries: null,
  timeoutMs: null,
};

function dataOf(operation: JsonObject) {
  const found = operationIn({
    paths: { "/pets/{id}": { post: { operationId: "PostIt", ...operation } } },
    components: {
      schemas: { Problem: {} },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        "x-key": { type: "apiKey", in: "header", name: "X-Key" },
      },
    },
  });
  const { blueprint, resource } = found;
  const given = argumentsOf(found.operation, blueprint.api);
  const { view, uses } = operationDataView(found.operation, resource, given, blueprint);
  return {
    view,
    uses: uses.map(({ module, name, isType }) => `${isType ? "type " : ""}${name} < ${module}`),
  };
}

interface Case {
  readonly given: JsonObject;
  readonly want: Partial<OperationDataView>;
  readonly uses?: readonly string[];
}

const words = { type: "string" };

describe("what the runtime is told", () => {
  it.each<[name: string, row: Case]>([
    ["of an operation that says little", { given: {}, want: {} }],
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
          hasParameters: true,
          parameters: [
            { key: "id", in: "path", name: null, write: null, encode: null, global: null },
            { key: "query_id", in: "query", name: "id", write: null, encode: null, global: null },
            { key: "X-A", in: "header", name: null, write: null, encode: null, global: null },
            { key: "sid", in: "cookie", name: null, write: null, encode: null, global: null },
          ],
        },
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
          hasParameters: true,
          parameters: [
            {
              key: "id",
              in: "path",
              name: null,
              write: "labelExplodedStyle",
              encode: null,
              global: null,
            },
            {
              key: "url",
              in: "query",
              name: null,
              write: "formExplodedStyle",
              encode: "encodeReserved",
              global: null,
            },
            {
              key: "near",
              in: "query",
              name: null,
              write: "deepObjectStyle",
              encode: null,
              global: null,
            },
            {
              key: "filter",
              in: "query",
              name: null,
              write: "jsonPair",
              encode: null,
              global: null,
            },
          ],
        },
        uses: [
          "labelExplodedStyle < ../runtime/style-label.js",
          "formExplodedStyle < ../runtime/style-form.js",
          "encodeReserved < ../runtime/encode.js",
          "deepObjectStyle < ../runtime/style-deep-object.js",
          "jsonPair < ../runtime/style-content.js",
        ],
      },
    ],
    [
      "of a body whose fields stand beside the parameters",
      {
        given: { requestBody: json({ properties: { a: words } }, { required: true }) },
        want: { body: { isRequired: true, field: null } },
      },
    ],
    [
      "of a body that is a field",
      { given: { requestBody: json(words) }, want: { body: { isRequired: false, field: "body" } } },
    ],
    [
      "of a body that is a field beside a parameter of its name",
      {
        given: { requestBody: json(words), parameters: [{ in: "query", name: "body" }] },
        want: {
          hasParameters: true,
          parameters: [
            { key: "body", in: "query", name: null, write: null, encode: null, global: null },
          ],
          body: { isRequired: false, field: "requestBody" },
        },
      },
    ],
    [
      "of successes that have a payload",
      {
        given: {
          responses: {
            200: json(words),
            204: { description: "" },
            "2XX": { description: "", content: { "text/plain": {} } },
          },
        },
        want: {
          hasSuccess: true,
          success: [
            { status: "200", value: "json" },
            { status: '"2XX"', value: "text" },
          ],
        },
        uses: ["json < ../runtime/json.js", "text < ../runtime/text.js"],
      },
    ],
    [
      "of failures that have a payload",
      {
        given: {
          responses: {
            200: { description: "" },
            404: json(ref("Problem")),
            410: { description: "" },
            default: json(words),
          },
        },
        want: {
          hasErrors: true,
          errors: [
            { status: "404", value: "Problem" },
            { status: "default", value: "PostItDefaultError" },
          ],
        },
        uses: ["Problem < ../errors.js", "PostItDefaultError < ../errors.js"],
      },
    ],
    [
      "of security",
      {
        given: { security: [{}, { bearer: [], "x-key": [] }, { "x-key": [] }] },
        want: { security: ["[security.bearer2, security.xKey]", "[security.xKey]", "[]"] },
      },
    ],
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
  ])("%s", (_, { given, want, uses = [] }) => {
    expect(dataOf(given)).toEqual({ view: { ...bare, ...want }, uses });
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

  it("leaves to the runtime what the document leaves open", () => {
    expect(retriesView(silent)).toEqual({
      isBackoff: true,
      backoff: [],
      statusCodes: null,
      retryConnectionErrors: null,
    });
  });

  it("says what the document says", () => {
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
