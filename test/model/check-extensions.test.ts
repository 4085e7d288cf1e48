import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extensionProblems, knownExtensions } from "../../generator/model/check-extensions.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { root } from "../imports.js";

function complaints(document: JsonObject): string[] {
  return extensionProblems(document).map(({ pointer, message }) => `${pointer} ${message}`);
}

describe("an extension without an effect is reported", () => {
  it("once for all places, with the first", () => {
    const get = { "x-speakeasy-polling": { type: "status" } };
    expect(complaints({ paths: { "/a": { get, put: { ...get } } } })).toEqual([
      "/paths/~1a/get/x-speakeasy-polling x-speakeasy-polling isn't supported and has no effect: see the guide to extensions (2 occurrences)",
    ]);
  });

  it("in a place where it isn't read", () => {
    const properties = { a: { "x-speakeasy-name-override": "b" } };
    expect(complaints({ components: { schemas: { A: { properties } } } })).toEqual([
      "/components/schemas/A/properties/a/x-speakeasy-name-override x-speakeasy-name-override has no effect here: move it to the document, an operation, a parameter, or a named schema",
    ]);
  });

  it("if a server's name isn't on a server", () => {
    const get = { servers: [{ url: "/" }], "x-speakeasy-server-id": "live" };
    expect(complaints({ paths: { "/a": { get } } })).toEqual([
      "/paths/~1a/get/x-speakeasy-server-id x-speakeasy-server-id has no effect here: move it to a server",
    ]);
  });

  it.each<[name: string, value: Json]>([
    ["group", ["a", "b"]],
    ["group", "."],
    ["name-override", [{ operationId: "a" }]],
    ["name-override", 1],
    ["ignore", "yes"],
    ["retries", { strategy: "always" }],
    ["timeout", "1s"],
    ["timeout", -1],
    ["errors", { statusCodes: ["202"] }],
    ["errors", ["4XX"]],
    ["deprecation-message", ""],
    ["max-method-params", 4],
  ])("if its value is invalid: %s: %j", (name, value) => {
    const get = { [`x-speakeasy-${name}`]: value };
    expect(complaints({ paths: { "/a": { get } } })).toEqual([
      `/paths/~1a/get/x-speakeasy-${name} x-speakeasy-${name} has a value that isn't understood and is ignored: see the guide to extensions`,
    ]);
  });
});

describe("nothing is reported", () => {
  it.each<[name: string, document: JsonObject]>([
    ["of extensions of others", { "x-logo": {}, info: { "x-thing": 1 } }],
    [
      "of supported extensions",
      {
        "x-speakeasy-retries": { strategy: "none" },
        "x-speakeasy-name-override": [{ operationId: "^get", methodNameOverride: "get" }],
        servers: [{ url: "/", "x-speakeasy-server-id": "live" }],
        paths: {
          "x-speakeasy-errors": { statusCodes: ["4XX", 500, "default"] },
          "/a": { get: { "x-speakeasy-group": ["a.b"], "x-speakeasy-timeout": 0 } },
          "/b": { get: { "x-fern-sdk-group-name": ["a", "b"], "x-fern-sdk-method-name": "get" } },
          "/c": { get: { "x-fern-ignore": false, "x-fern-sdk-group-name": "a" } },
        },
      },
    ],
    [
      "of names that look like extensions",
      { components: { schemas: { "x-speakeasy-thing": { properties: { "x-speakeasy-b": {} } } } } },
    ],
    [
      "of keys in example data",
      { components: { schemas: { A: { example: { "x-speakeasy-thing": 1 } } } } },
    ],
  ])("%s", (_, document) => {
    expect(complaints(document)).toEqual([]);
  });
});

describe("the page about extensions", () => {
  it("has a row for each that is known", () => {
    const page = readFileSync(join(root, "generator/docs/extensions.md"), "utf8");
    const rows = [...page.matchAll(/^\| `(x-[\w-]+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(knownExtensions).sort());
  });
});
