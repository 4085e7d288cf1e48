import { describe, expect, it } from "vitest";
import { parameterMistakes } from "../../../generator/read/check/check-parameters.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom } from "./lines.js";

const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };

function lines(paths: JsonObject, more: JsonObject = {}): string[] {
  return linesFrom(parameterMistakes, { paths, ...more });
}

function read(paths: JsonObject): Json | undefined {
  const document = { openapi: "3.1.0", paths };
  return applyFixes(document, parameterMistakes(document))["paths"];
}

describe("a name in a path without a parameter", () => {
  it("is read as a required text", () => {
    const paths = { "/w/{id}": { get: { operationId: "b" } } };
    expect(lines(paths)).toEqual([
      "/paths/~1w~1{id}/get the path has {id}, which no parameter declares; it is treated as a required string: declare it with `in: path`",
    ]);
    const added = { name: "id", in: "path", required: true, schema: { type: "string" } };
    expect(read(paths)).toEqual({ "/w/{id}": { get: { operationId: "b", parameters: [added] } } });
  });

  it("is fine if the path item or a component declares it", () => {
    const components = { parameters: { Id: id } };
    const shared = { "/w/{id}": { parameters: [id], get: {} } };
    const named = {
      "/w/{id}": { get: { parameters: [{ $ref: "#/components/parameters/Id" }] } },
    };
    expect([...lines(shared), ...lines(named, { components })]).toEqual([]);
  });
});

describe("a path parameter", () => {
  it("that is not in the path is left out", () => {
    const query = { name: "q", in: "query", schema: {} };
    const paths = { "/v": { get: { parameters: [id, query] } } };
    expect(lines(paths)).toEqual([
      '/paths/~1v/get/parameters/0 the path parameter "id" is not in the path "/v" and is left out: write {id} in the path, or remove the parameter',
    ]);
    expect(read(paths)).toEqual({ "/v": { get: { parameters: [query] } } });
  });

  it("with a misspelled name is reported with the right one, and the other way round", () => {
    const parameters = [{ ...id, name: "vessel_id" }];
    expect(lines({ "/v/{vesselid}": { get: { parameters } } })).toEqual([
      '/paths/~1v~1{vesselid}/get/parameters/0 the path parameter "vessel_id" is not in the path "/v/{vesselid}" and is left out: did you mean "vesselid"?',
      '/paths/~1v~1{vesselid}/get the path has {vesselid}, which no parameter declares; it is treated as a required string: did you mean "vessel_id"?',
    ]);
  });

  it("is required, regardless of its value", () => {
    const parameters = [{ name: "id", in: "path", schema: {} }];
    expect(lines({ "/w/{id}": { get: { parameters } } })).toEqual([
      '/paths/~1w~1{id}/get/parameters/0 the path parameter "id" is treated as required: write `required: true`',
    ]);
  });
});

it("a parameter may be listed once, and replaced by an operation", () => {
  const query = { name: "q", in: "query", schema: {} };
  const paths = {
    "/a": { parameters: [query], get: { parameters: [query, { ...query, in: "header" }, query] } },
  };
  expect(lines(paths)).toEqual([
    '/paths/~1a/get/parameters/0 the query parameter "q" is listed twice and the last one is used: remove one of them',
  ]);
});

describe("a parameter of one schema", () => {
  const at = "/paths/~1v/get/parameters/0";

  it.each<[parameter: JsonObject, want: string | null]>([
    [{ schema: {} }, null],
    [{ content: { "application/json": {} } }, null],
    [
      {},
      `${at} the query parameter "q" has no schema, so its type is \`unknown\`: add a \`schema\``,
    ],
    [
      { schema: {}, content: { "application/json": {} } },
      `${at} the query parameter "q" has several schemas, and only one of \`content\` is used: remove \`schema\` or the other`,
    ],
    [
      { content: { "application/json": {}, "text/plain": {} } },
      `${at} the query parameter "q" has several schemas, and only one of \`content\` is used: remove text/plain or the other`,
    ],
  ])("%j", (parameter, want) => {
    const paths = { "/v": { get: { parameters: [{ name: "q", in: "query", ...parameter }] } } };
    expect(lines(paths)).toEqual(want === null ? [] : [want]);
  });
});

it("reports a credential that only a parameter describes", () => {
  const parameter = { name: "authorization", in: "header", schema: { type: "string" } };
  const paths = { "/v": { get: { parameters: [parameter] } } };
  expect(lines(paths)).toEqual([
    '/paths/~1v/get/parameters/0 the header parameter "authorization" is left out: describe a security scheme, so that clients have an option for the credential',
  ]);
  expect(lines(paths, { components: { securitySchemes: { token: {} } } })).toEqual([]);
});
