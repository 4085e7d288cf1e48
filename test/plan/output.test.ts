import { expect, it } from "vitest";
import { pointersIn, schemaPointer } from "../../generator/plan/output.js";
import { api, operation, resource, text } from "./docs/fixture.js";

it("are one for every operation and every named schema", () => {
  const resources = [resource("Pets", [operation("get", { pointer: "/paths/~1pets/get" })])];
  expect(
    pointersIn(api({ resources, schemas: [{ name: "Pet", alias: null, schema: text() }] })),
  ).toEqual(["/paths/~1pets/get", "/components/schemas/Pet"]);
});

it("have the escapes of RFC 6901", () => {
  expect(schemaPointer("a/b~c")).toBe("/components/schemas/a~1b~0c");
});
