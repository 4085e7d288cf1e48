import { describe, expect, it } from "vitest";
import type { Response } from "../../generator/model/api/operation.js";
import { failureStatusesIn, responsesFrom } from "../../generator/model/responses.js";
import type { Json, JsonObject, Place } from "../../generator/read/document/document.js";
import { readingOf, schema } from "./documents.js";

const json = { description: "D", content: { "application/json": { schema: { type: "string" } } } };
const empty = { description: "D" };
const shared = { components: { responses: { Gone: empty } } };

function responsesOf(responses: Json, failing: readonly string[] = [], method = "get") {
  const { reading, problems } = readingOf(shared);
  const place = { node: { responses }, pointer: "/o" };
  const found = responsesFrom(reading, place, { id: "getPet", method }, new Set(failing));
  return { ...found, problems };
}

/** A response in short: its status, and the error that it is. */
function short({ status, error }: Response): string {
  const { kind } = status;
  const name = kind === "code" ? status.code : kind === "range" ? `${status.hundreds}XX` : kind;
  return error === null ? `${name}` : `${name}: ${error}`;
}

interface Case {
  readonly given: JsonObject;
  readonly success: readonly string[];
  readonly errors: readonly string[];
}

describe("a default that is marked as a failure", () => {
  it("is one, even if no success is described", () => {
    const { success, errors } = responsesOf({ default: json }, ["default"]);
    expect([success, errors.map(short)]).toEqual([[], ["default: getPet Default Error"]]);
  });
});

describe("responses are distinguished", () => {
  it.each<[name: string, row: Case]>([
    ["none", { given: {}, success: [], errors: [] }],
    ["only a success", { given: { 200: json }, success: ["200"], errors: [] }],
    [
      "only default, which is for successes and failures",
      {
        given: { default: json },
        success: ["default"],
        errors: ["default: getPet Default Error"],
      },
    ],
    [
      "default beside a success, which is a failure then",
      {
        given: { default: json, 201: empty },
        success: ["201"],
        errors: ["default: getPet Default Error"],
      },
    ],
    [
      "default beside failures only",
      {
        given: { default: json, 404: empty },
        success: ["default"],
        errors: ["404", "default: getPet Default Error"],
      },
    ],
    [
      "codes, in their order",
      {
        given: { 500: json, 404: empty, 204: empty, 200: json },
        success: ["200", "204"],
        errors: ["404", "500: getPet 500 Error"],
      },
    ],
    [
      "ranges, behind the codes",
      {
        given: { "5XX": empty, "4XX": json, 404: json, "2XX": empty, 200: json },
        success: ["200", "2XX"],
        errors: ["404: getPet 404 Error", "4XX: getPet 4XX Error", "5XX"],
      },
    ],
    [
      "redirects beside a success, which are failures",
      {
        given: { 200: empty, 302: empty, "3XX": json },
        success: ["200"],
        errors: ["302", "3XX: getPet 3XX Error"],
      },
    ],
    [
      "redirects alone, which lead to a success",
      { given: { 307: json, 308: empty, 404: empty }, success: ["2XX"], errors: ["404"] },
    ],
    [
      "not modified, which is a success",
      { given: { 200: json, 304: json, 404: empty }, success: ["200", "304"], errors: ["404"] },
    ],
    [
      "informations, which are neither",
      { given: { 101: empty, "1XX": empty, 200: empty }, success: ["200"], errors: [] },
    ],
    [
      "one that is a reference",
      { given: { 410: { $ref: "#/components/responses/Gone" } }, success: [], errors: ["410"] },
    ],
    [
      "extensions, which are none",
      { given: { "x-default": json, 200: empty }, success: ["200"], errors: [] },
    ],
    [
      "a failure that is no JSON",
      {
        given: { 400: { description: "", content: { "image/png": {} } } },
        success: [],
        errors: ["400"],
      },
    ],
  ])("%s", (_, { given, success, errors }) => {
    const found = responsesOf(given);
    expect(found.success.map(short)).toEqual(success);
    expect(found.errors.map(short)).toEqual(errors);
    expect(found.problems).toEqual([]);
  });

  it("with their content", () => {
    expect(responsesOf({ 200: json }).success).toEqual([
      {
        status: { kind: "code", code: 200 },
        description: "D",
        content: {
          contentType: "application/json",
          format: "json",
          schema: schema({ kind: "scalar", type: "string", format: null }),
          example: null,
          examples: [],
          stream: null,
        },
        headers: [],
        links: [],
        alternatives: [],
        error: null,
        text: null,
      },
    ]);
  });

  it.each<[name: string, content: JsonObject, text: string | null]>([
    ["text", { "text/plain": {} }, "text/plain"],
    ["XML", { "application/xml": {} }, "application/xml"],
    [
      "JSON or text",
      { "application/json": {}, "text/plain; charset=utf-8": {} },
      "text/plain; charset=utf-8",
    ],
    ["JSON", { "application/json": {} }, null],
    ["bytes", { "text/plain": { schema: { type: "string", format: "binary" } } }, null],
  ])("with the text that a failure may be: %s", (_, content, text) => {
    const { errors } = responsesOf({ 200: empty, 400: { description: "", content } });
    expect(errors).toMatchObject([{ text }]);
  });

  it.each([
    ["get", 204],
    ["get", 205],
    ["get", 304],
    ["head", 200],
    ["head", 404],
  ])("without the body that a document gives %s %i", (method, status) => {
    const { success, errors } = responsesOf({ [status]: json }, [], method);
    expect([...success, ...errors]).toMatchObject([{ content: null, error: null, text: null }]);
  });

  it("with the response at the end of a redirect, which nothing describes", () => {
    expect(responsesOf({ 307: json }).success).toMatchObject([
      {
        status: { kind: "range", hundreds: 2 },
        content: { format: "json", schema: { kind: "unknown" } },
      },
    ]);
  });

  it("with the headers next to the payload, except its content type", () => {
    const headers = {
      "X-Total": { required: true, description: "All.", schema: { type: "integer" } },
      Link: { deprecated: true, content: { "text/plain": { schema: { type: "string" } } } },
      "content-type": { schema: { type: "string" } },
    };
    const scalar = { kind: "scalar", format: null } as const;
    expect(responsesOf({ 200: { ...json, headers } }).success[0]?.headers).toEqual([
      {
        name: "X-Total",
        required: true,
        description: "All.",
        deprecated: null,
        schema: schema({ ...scalar, type: "integer" }),
        example: null,
      },
      {
        name: "Link",
        required: false,
        description: null,
        deprecated: { reason: null },
        schema: schema({ ...scalar, type: "string" }),
        example: null,
      },
    ]);
  });

  it.each(["6xx", "600", "OK", "toString"])("%s is ignored with a warning", (key) => {
    expect(responsesOf({ [key]: json, 200: empty })).toMatchObject({
      success: [{ status: { code: 200 } }],
      errors: [],
      problems: [
        {
          severity: "warning",
          pointer: `/o/responses/${key}`,
          message: `"${key}" isn't a status and is left out: write a code, a range such as 4XX, or default`,
        },
      ],
    });
  });

  it.each<[name: string, given: Json]>([
    ["null", null],
    ["a list", [json]],
    ["of nothing", { 200: null }],
  ])("none where they are %s", (_, given) => {
    expect(responsesOf(given)).toEqual({ success: [], errors: [], problems: [] });
  });
});

function place(errors?: Json): Place {
  return { node: errors === undefined ? {} : { "x-speakeasy-errors": errors }, pointer: "" };
}

describe("the statuses that are failures", () => {
  it.each<[name: string, row: { given: (Place | null)[]; want: string[] }]>([
    ["are none by default", { given: [null, place(), place(null)], want: [] }],
    [
      "are those of any place",
      {
        given: [place({ statusCodes: ["default"] }), place({ statusCodes: [404, "5XX"] })],
        want: ["default", "404", "5XX"],
      },
    ],
    [
      "ignores what is outside a place that overrides",
      {
        given: [
          place({ statusCodes: ["default"] }),
          place({ statusCodes: ["500"], override: true }),
          place({ statusCodes: ["404"] }),
        ],
        want: ["500", "404"],
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect([...failureStatusesIn(given)]).toEqual(want);
  });
});

it("links to further operations", () => {
  const links = {
    get: {
      operationId: "getUser",
      description: " One. ",
      parameters: { id: "$response.body#/id" },
    },
    list: { operationRef: "other.yaml#/paths/~1users/get", parameters: { limit: 5 } },
    nowhere: {},
  };
  const { success } = responsesOf({ 200: { description: "", links } });
  expect(success[0]?.links).toEqual([
    {
      ...{ name: "get", target: "getUser", description: "One." },
      parameters: [{ name: "id", value: "$response.body#/id" }],
    },
    {
      ...{ name: "list", target: "/paths/~1users/get", description: null },
      parameters: [{ name: "limit", value: "5" }],
    },
  ]);
});

it("reports JSON payloads that an error class doesn't describe", () => {
  const content = {
    "application/json": { schema: { type: "object" } },
    "application/problem+json": { schema: { type: "string" } },
    "application/hal+json": { schema: { type: "object" } },
  };
  const { problems } = responsesOf({ 404: { description: "", content } });
  expect(problems.map(({ pointer, message }) => [pointer, message])).toEqual([
    [
      "/o/responses/404/content/application~1problem+json",
      'the error of 404 describes only the payload of "application/json", not that of "application/problem+json": use one schema for both',
    ],
  ]);
});
