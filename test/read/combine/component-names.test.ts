import { expect, it } from "vitest";
import { renamedComponents, withNames } from "../../../generator/read/combine/component-names.js";

/** Schemas each of which refers to the next one, the last of which is a type. */
function chain(length: number, type: string) {
  const links = Array.from({ length }, (_, index): [string, object] => [
    `Link${index}`,
    { properties: { next: { $ref: `#/components/schemas/Link${index + 1}` } } },
  ]);
  const schemas = Object.fromEntries([...links, [`Link${length}`, { type }]]);
  return JSON.parse(JSON.stringify({ components: { schemas } }));
}

it("renames all schemas that lead to one that differs, at any distance, in linear time", () => {
  const renamed = renamedComponents(chain(9000, "string"), chain(9000, "number"));
  expect(renamed.size).toBe(9001);
  expect(renamed.get("/components/schemas/Link8999")).toBe("/components/schemas/Link89992");
});

it("finds references whose names are percent-encoded", () => {
  const document = (type: string) => ({
    components: {
      schemas: {
        "«Pet»%20": { type },
        Pets: { items: { $ref: "#/components/schemas/%C2%ABPet%C2%BB%2520" } },
      },
    },
  });
  const renames = renamedComponents(document("string"), document("number"));
  expect(withNames(document("number"), renames)).toEqual({
    components: {
      schemas: {
        "«Pet»%202": { type: "number" },
        Pets2: { items: { $ref: "#/components/schemas/«Pet»%25202" } },
      },
    },
  });
});
