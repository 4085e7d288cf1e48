import { expect, it } from "vitest";
import { schemaFiles } from "../../../generator/plan/sdk/schema-files.js";
import { blueprintOf } from "../blueprint.js";

it("the schema is in a module for each resource, and one that joins them", () => {
  const paths = {
    "/pets": { get: { operationId: "list#pets" }, post: {} },
    "/b": { get: { operationId: "getB" } },
    "/without-ids": { get: {} },
  };
  expect(schemaFiles(blueprintOf({ paths }))).toEqual([
    {
      path: "src/schema.ts",
      from: "schema",
      holds: {
        kind: "paths",
        operations: [
          { module: "./schema/operations/b.js", name: "bOperations", keys: ["getB"] },
          { module: "./schema/operations/pets.js", name: "petsOperations", keys: ["list/pets"] },
        ],
      },
    },
    { path: "src/schema/components.ts", from: "schema", holds: { kind: "components" } },
    {
      path: "src/schema/operations/pets.ts",
      from: "schema",
      holds: { kind: "operations", keys: ["list/pets"] },
    },
    {
      path: "src/schema/operations/b.ts",
      from: "schema",
      holds: { kind: "operations", keys: ["getB"] },
    },
  ]);
});
