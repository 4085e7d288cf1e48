import { describe, expect, it } from "vitest";
import {
  isReference,
  kindBelow,
  type NodeKind,
} from "../../../generator/read/document/openapi-structure.js";

/** The kind at the end of a path from the document on; list indices are left out. */
function kindAt(path: string): NodeKind {
  return path.split(" ").reduce<NodeKind>(kindBelow, "document");
}

describe("schemas are", () => {
  it.each([
    "components schemas Pet",
    "components schemas x-internal",
    "components schemas Pet properties default",
    "components schemas Pet properties x-id items",
    "components schemas Pet allOf",
    "components schemas Pet additionalProperties",
    "components schemas Pet patternProperties ^x not",
    "paths /pets get parameters schema",
    "paths /pets parameters content application/json schema",
    "paths /pets post requestBody content multipart/form-data schema",
    "paths /pets post requestBody content multipart/form-data encoding file headers X schema",
    "paths /pets get responses default content application/json schema",
    "paths /pets get responses 200 headers X-Rate schema",
    "paths /pets post callbacks done {$request.body#/url} post requestBody content */* schema",
    "webhooks ping post requestBody content */* schema",
    "components parameters example schema",
    "components callbacks c {$url} get responses 200 content */* schema",
    "components pathItems p get responses 200 content */* schema",
  ])("at %s", (path) => {
    expect(kindAt(path)).toBe("schema");
  });
});

describe("data is", () => {
  it.each([
    "x-internal",
    "paths x-note get",
    "components examples Pet value",
    "components schemas Pet example properties",
    "components schemas Pet default",
    "components schemas Pet enum",
    "components schemas Pet x-note properties",
    "paths /pets get parameters examples one",
    "paths /pets get responses x-note",
    "paths /pets get responses 200 content */* examples one value",
    "paths /pets get responses 200 links next parameters",
  ])("at %s", (path) => {
    expect(kindAt(path)).toBe("data");
  });
});

describe("a $ref", () => {
  it.each([
    ["components schemas Pet", true],
    ["components schemas Pet properties", true],
    ["components schemas", true],
    ["paths /pets", true],
    ["components securitySchemes bearer", true],
  ])("of text at %s is a reference: %s", (path, want) => {
    expect(isReference({ $ref: "#/a" }, kindAt(path))).toBe(want);
  });

  it.each([
    ["components schemas Pet", true],
    ["components schemas Pet properties", false],
    ["components schemas", false],
    ["paths /pets get responses", false],
  ])("that is an object at %s is a reference: %s", (path, want) => {
    expect(isReference({ $ref: { type: "string" } }, kindAt(path))).toBe(want);
  });
});

it("ignores inherited keys", () => {
  expect(kindAt("constructor")).toBe("unknown");
  expect(kindAt("components schemas Pet __proto__")).toBe("unknown");
});
