import { describe, expect, it } from "vitest";
import { operationType, operationTypeAmong } from "../../../generator/plan/sdk/operation-type.js";
import { operationIn } from "../blueprint.js";

const own = { module: "../schema/operations/a-b.js", name: "operations", isType: true };
const ofPath = { module: "../schema.js", name: "paths", isType: true };

describe("the types of an operation", () => {
  it.each([
    ["postA", 'operations["postA"]', own],
    ['a "b"\n', 'operations["a \\"b\\"\\n"]', own],
    ["__proto__", 'operations["__proto__"]', own],
    // As openapi-typescript writes it.
    ["a#b", 'operations["a/b"]', own],
    // It takes the percent sign for the escape of a URL.
    ["100%", 'paths["/a-b/{id}"]["post"]', ofPath],
    ["", 'paths["/a-b/{id}"]["post"]', ofPath],
  ])("stand where openapi-typescript keeps those of %j", (operationId, text, use) => {
    const { operation, blueprint } = operationIn({
      paths: { "/a-b/{id}": { post: { operationId } } },
    });
    expect(operationType(operation, blueprint.names)).toEqual({ text, uses: [use] });
  });
});

describe("the types of an operation among those of several resources", () => {
  it.each([
    [
      "postA",
      'aBOperations["postA"]',
      {
        module: "./schema/operations/a-b.js",
        name: "operations as aBOperations",
        isType: true,
      },
    ],
    ["", 'paths["/a-b/{id}"]["post"]', { module: "./schema.js", name: "paths", isType: true }],
  ])("have a name of their own: %j", (operationId, text, use) => {
    const { operation, blueprint } = operationIn({
      paths: { "/a-b/{id}": { post: { operationId } } },
    });
    expect(operationTypeAmong(operation, blueprint.names)).toEqual({ text, uses: [use] });
  });
});
