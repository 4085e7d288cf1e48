import { describe, expect, it } from "vitest";
import type { ParameterLocation, Serialization } from "../../generator/model/api/parameter.js";
import { serializationFrom } from "../../generator/model/serialization.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { readingOf } from "./documents.js";

function serializationOf(node: JsonObject, location: ParameterLocation) {
  const { reading, problems } = readingOf({});
  return { found: serializationFrom(reading, { node, pointer: "/p" }, location), problems };
}

function styled(
  style: Extract<Serialization, { kind: "style" }>["style"],
  explode: boolean,
  allowReserved = false,
): Serialization {
  return { kind: "style", style, explode, allowReserved };
}

describe("how a parameter is written", () => {
  it.each<[location: ParameterLocation, given: JsonObject, want: Serialization | null]>([
    ["path", {}, null],
    ["path", { style: "simple", explode: false }, null],
    ["path", { explode: true }, styled("simple", true)],
    ["path", { style: "label" }, styled("label", false)],
    ["path", { style: "matrix", explode: true }, styled("matrix", true)],
    ["query", {}, null],
    ["query", { style: "form", explode: true }, null],
    ["query", { explode: false }, styled("form", false)],
    ["query", { style: "spaceDelimited" }, styled("spaceDelimited", false)],
    ["query", { style: "pipeDelimited", explode: true }, styled("pipeDelimited", true)],
    ["query", { style: "deepObject", explode: true }, styled("deepObject", true)],
    ["query", { allowReserved: true }, styled("form", true, true)],
    ["query", { content: { "application/json": {} } }, { kind: "json" }],
    ["query", { content: { "text/plain": { schema: { type: "string" } } } }, null],
    ["header", { content: { "text/csv": { schema: { type: "integer" } } } }, null],
    ["header", {}, null],
    ["header", { explode: true }, styled("simple", true)],
    ["header", { allowReserved: true }, null],
    ["cookie", {}, null],
    ["cookie", { explode: false }, styled("form", false)],
  ])("in a %s: %j", (location, given, want) => {
    expect(serializationOf(given, location)).toEqual({ found: want, problems: [] });
  });

  it("is the default if its place doesn't allow the style, with a warning", () => {
    expect(serializationOf({ style: "deepObject" }, "path")).toEqual({
      found: null,
      problems: [
        {
          severity: "warning",
          pointer: "/p/style",
          kind: "unsupported-style",
          message: `the style "deepObject" isn't allowed for a path parameter, which is serialized as simple: write one of simple, label, matrix`,
        },
      ],
    });
  });

  it.each<[location: ParameterLocation, given: JsonObject, at: string, message: string]>([
    [
      "query",
      { content: { "application/xml": { schema: { type: "object" } } } },
      "/p/content/application~1xml",
      "values can't be written as application/xml; they are sent as JSON: describe a text, or use application/json",
    ],
    [
      "path",
      { content: { "text/plain": { schema: { type: ["array", "null"] } } } },
      "/p/content/text~1plain",
      "values can't be written as text/plain; they are sent as JSON: describe a text, or use application/json",
    ],
  ])("in a %s as JSON for %j, with a warning", (location, given, pointer, message) => {
    const { found, problems } = serializationOf(given, location);
    expect(found).toEqual({ kind: "json" });
    expect(problems).toMatchObject([{ severity: "warning", pointer, message }]);
  });

  it("reports reserved characters that a path can't have", () => {
    const { found, problems } = serializationOf({ allowReserved: true }, "path");
    expect(found).toBeNull();
    expect(problems).toMatchObject([{ pointer: "/p/allowReserved", severity: "warning" }]);
  });
});
