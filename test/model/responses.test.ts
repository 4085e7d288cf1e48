import { describe, expect, it } from "vitest";
import type { Response } from "../../generator/model/api.js";
import { responsesFrom } from "../../generator/model/responses.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { readingOf, schema } from "./documents.js";

const json = { description: "D", content: { "application/json": { schema: { type: "string" } } } };
const empty = { description: "D" };
const shared = { components: { responses: { Gone: empty } } };

function responsesOf(responses: Json, failing: readonly string[] = []) {
  const { reading, problems } = readingOf(shared);
  const place = { node: { responses }, pointer: "/o" };
  const found = responsesFrom(reading, place, "getPet", new Set(failing));
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

describe("a default that is called a failure", () => {
  it("is one, also where no success is described", () => {
    const { success, errors } = responsesOf({ default: json }, ["default"]);
    expect([success, errors.map(short)]).toEqual([[], ["default: getPet Default Error"]]);
  });
});

describe("responses are told apart", () => {
  it.each<[name: string, row: Case]>([
    ["none", { given: {}, success: [], errors: [] }],
    ["only a success", { given: { 200: json }, success: ["200"], errors: [] }],
    [
      "only default, which is a success then",
      { given: { default: json }, success: ["default"], errors: [] },
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
      { given: { default: json, 404: empty }, success: ["default"], errors: ["404"] },
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
      "redirections, which are failures",
      { given: { 302: empty, "3XX": json }, success: [], errors: ["302", "3XX: getPet 3XX Error"] },
    ],
    [
      "informations, which are neither",
      { given: { 101: empty, "1XX": empty, 200: empty }, success: ["200"], errors: [] },
    ],
    [
      "one that stands elsewhere",
      { given: { 410: { $ref: "#/components/responses/Gone" } }, success: [], errors: ["410"] },
    ],
    [
      "extensions, which are none",
      { given: { "x-default": json, 200: empty }, success: ["200"], errors: [] },
    ],
    [
      "a failure that is no JSON",
      {
        given: { 400: { description: "", content: { "text/html": {} } } },
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

  it("with what they say", () => {
    expect(responsesOf({ 200: json }).success).toEqual([
      {
        status: { kind: "code", code: 200 },
        description: "D",
        content: {
          contentType: "application/json",
          format: "json",
          schema: schema({ kind: "scalar", type: "string", format: null }),
          example: null,
        },
        headers: [],
        error: null,
      },
    ]);
  });

  it("with the headers that come beside the payload, but its type", () => {
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

  it.each(["6xx", "600", "OK", "toString"])("%s is none, and is warned of", (key) => {
    expect(responsesOf({ [key]: json, 200: empty })).toMatchObject({
      success: [{ status: { code: 200 } }],
      errors: [],
      problems: [
        {
          severity: "warning",
          pointer: `/o/responses/${key}`,
          message: `"${key}" is no status; it is left out. Write a code, a range such as 4XX, or default.`,
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
