import { expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { pointerOf, walk } from "../../../generator/read/document/walk.js";

function visits(document: JsonObject, order: "outside-in" | "inside-out"): string[] {
  return [...walk(document, order)].map((visit) => `${pointerOf(visit)} ${visit.kind}`);
}

const document: JsonObject = {
  paths: { "/a": { get: { parameters: [{ schema: { example: { type: "x" } } }] } } },
  components: { schemas: {} },
};

it("visits parents first, in the order of the document", () => {
  expect(visits(document, "outside-in")).toEqual([
    " document",
    "/paths paths",
    "/paths/~1a pathItem",
    "/paths/~1a/get operation",
    "/paths/~1a/get/parameters parameter",
    "/paths/~1a/get/parameters/0 parameter",
    "/paths/~1a/get/parameters/0/schema schema",
    "/components components",
    "/components/schemas schemas",
  ]);
});

it("visits children first, in the order of the document", () => {
  expect(visits(document, "inside-out")).toEqual([
    "/paths/~1a/get/parameters/0/schema schema",
    "/paths/~1a/get/parameters/0 parameter",
    "/paths/~1a/get/parameters parameter",
    "/paths/~1a/get operation",
    "/paths/~1a pathItem",
    "/paths paths",
    "/components/schemas schemas",
    "/components components",
    " document",
  ]);
});

it("visits shared nodes once for each kind, before their parents", () => {
  const shared = { get: {} };
  expect(visits({ paths: { "/a": shared, "/b": shared }, other: shared }, "inside-out")).toEqual([
    "/paths/~1a/get operation",
    "/paths/~1a pathItem",
    "/paths paths",
    "/other/get unknown",
    "/other unknown",
    " document",
  ]);
});

it("ends if a value contains itself", () => {
  const schema: { not?: JsonObject } = {};
  const loop = schema as JsonObject;
  schema.not = loop;
  expect(visits({ components: { schemas: { A: loop } } }, "inside-out")).toEqual([
    "/components/schemas/A schema",
    "/components/schemas schemas",
    "/components components",
    " document",
  ]);
});

it("visits 10,000 levels, and shared branches only once", () => {
  let schema: JsonObject = {};
  for (let level = 1; level < 10_000; level += 1) schema = { anyOf: [schema, schema] };
  const count = [...walk({ components: { schemas: { A: schema } } }, "inside-out")].length;
  expect(count).toBe(3 + 10_000 + 9_999);
});
