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
          pointer: "/p",
          message: `the style "deepObject" isn't allowed for a path parameter (simple, label, matrix); it is serialized as simple.`,
        },
      ],
    });
  });
});
