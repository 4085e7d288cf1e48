import { describe, expect, it } from "vitest";
import { countOperations } from "./operations.js";

/** Counts in a document whose files are given. */
function counted(files: Readonly<Record<string, unknown>>): number {
  return countOperations("/api/main.yaml", (file) => files[file]);
}

const operation = { responses: {} };

describe("counting the operations of a raw document", () => {
  it("counts each method of each path, and nothing else of a path item", () => {
    const paths = {
      "/pets": { summary: "Pets", parameters: [], get: operation, post: operation },
      "/pets/{id}": { delete: operation, "x-post": operation, put: null },
    };
    expect(counted({ "/api/main.yaml": { paths } })).toBe(3);
  });

  it("counts what OpenAPI 3.2 adds", () => {
    const item = { query: operation, additionalOperations: { LINK: operation, COPY: operation } };
    expect(counted({ "/api/main.yaml": { paths: { "/pets": item } } })).toBe(3);
  });

  it("leaves out ignored operations, extensions and webhooks, and counts a path without a slash", () => {
    const paths = {
      "/pets": { get: { ...operation, "x-speakeasy-ignore": true }, put: operation },
      "/hidden": { get: operation, "x-speakeasy-ignore": true },
      pets: { get: operation },
      "x-paths": { get: operation },
    };
    expect(counted({ "/api/main.yaml": { paths, webhooks: { ping: { post: operation } } } })).toBe(
      2,
    );
  });

  it("follows a path item into this file and into another, once for each method", () => {
    const files = {
      "/api/main.yaml": {
        paths: {
          "/pets": { $ref: "#/x-items/pets~1all", get: operation },
          "/owners": { $ref: "items/owners.yaml#/owners" },
        },
        "x-items": { "pets/all": { get: operation, post: operation } },
      },
      "/api/items/owners.yaml": { owners: { $ref: "#/list" }, list: { get: operation } },
    };
    expect(counted(files)).toBe(3);
  });

  it("ends in a cycle of path items, and if there are none", () => {
    const paths = { "/a": { $ref: "#/paths/~1b" }, "/b": { $ref: "#/paths/~1a", get: operation } };
    expect(counted({ "/api/main.yaml": { paths } })).toBe(2);
    expect(counted({ "/api/main.yaml": { components: {} } })).toBe(0);
    expect(counted({ "/api/main.yaml": [] })).toBe(0);
  });
});
