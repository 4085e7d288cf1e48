import { expect, it } from "vitest";
import { apiFrom } from "../../generator/model/model.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { chainedSchemas, inheritedSchemas, manyOperations, nestedSchemas } from "./grown.js";

it.each([
  ["operations", manyOperations(25), 25, 26],
  ["schemas in a chain", chainedSchemas(25), 1, 26],
  ["schemas of one another", inheritedSchemas(25), 1, 26],
  ["objects in objects", nestedSchemas(25), 1, 2],
])("a document of many %s has as many as it is asked for", (_, document, operations, schemas) => {
  // What was just written is JSON.
  const api = apiFrom(document as JsonObject);
  expect(api.problems).toEqual([]);
  expect(api.operations).toHaveLength(operations);
  expect(api.schemas).toHaveLength(schemas);
});
