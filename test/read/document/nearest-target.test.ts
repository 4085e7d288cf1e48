import { expect, it } from "vitest";
import { nearestTarget } from "../../../generator/read/document/nearest-target.js";

const document = {
  paths: { "/pets/{id}": {} },
  components: {
    schemas: { Pet: { type: "object" }, "a/b": { type: "object" } },
    responses: { NotFound: { description: "" } },
  },
};

it.each([
  ["a typo", "/components/schemas/Pett", "/components/schemas/Pet"],
  ["another case", "/components/responses/notfound", "/components/responses/NotFound"],
  ["a section that doesn't exist", "/components/schema/Pet", "/components/schemas/Pet"],
  ["another section", "/components/schemas/NotFound", "/components/responses/NotFound"],
  ["Swagger 2.0", "/definitions/Pet", "/components/schemas/Pet"],
  ["a name alone", "Pet", "/components/schemas/Pet"],
  ["an escaped name", "/definitions/a~1b", "/components/schemas/a~1b"],
  ["a path", "/paths/~1pet~1{id}", "/paths/~1pets~1{id}"],
  ["nothing similar", "/components/schemas/Invoice", null],
  ["an empty pointer", "", null],
])("suggests a target for %s", (_, pointer, want) => {
  expect(nearestTarget(document, pointer)).toBe(want);
});

it("suggests no target after too many others in a document, which would take time for each component", () => {
  const names = Array.from({ length: 20_000 }, (_, index) => [`Name${index}`, {}]);
  const large = { components: { schemas: Object.fromEntries(names) } };
  const wrong = Array.from({ length: 10_000 }, (_, index) => `/components/schemas/Mane_${index}`);
  const found = wrong.filter((pointer) => nearestTarget(large, pointer) !== null);
  expect(found).toEqual([]);
  expect(nearestTarget(large, "/components/schemas/name7")).toBe(null);
  expect(nearestTarget(large, "/definitions/Name7")).toBe("/components/schemas/Name7");
});
