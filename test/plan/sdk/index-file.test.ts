import { describe, expect, it } from "vitest";
import { indexFile } from "../../../generator/plan/sdk/index-file.js";
import { blueprintOf } from "../blueprint.js";

describe("the front door", () => {
  it("exports every resource, alphabetically", () => {
    const paths = { "/pets": { get: {} }, "/cats": { get: {} }, "/a b": { get: {} } };
    expect(indexFile(blueprintOf({ paths }))).toEqual({
      path: "src/index.ts",
      from: "template",
      template: "sdk/index",
      view: {
        class: "Clerk",
        core: "ClerkCore",
        options: "ClerkOptions",
        hasConstants: false,
        hasBinaryResults: false,
        hasBinaryBodies: false,
        hasMultipart: false,
        hasPages: false,
        hasStreamBodies: false,
        hasStreams: false,
        modules: ["a-b", "cats", "pets"],
        resources: ["a-b", "cats", "pets"],
      },
    });
  });

  it("exports no functions of a resource that only has children", () => {
    const paths = { "/pets": { get: { "x-speakeasy-group": "shop.pets" } } };
    expect(indexFile(blueprintOf({ paths }))).toMatchObject({
      view: { modules: ["shop-pets"], resources: ["shop", "shop-pets"] },
    });
  });

  it("exports only the client if there is no operation", () => {
    expect(indexFile(blueprintOf({}))).toMatchObject({ view: { modules: [] } });
  });
});
