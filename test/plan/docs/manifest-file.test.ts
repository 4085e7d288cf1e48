import { expect, it } from "vitest";
import { manifestFile } from "../../../generator/plan/docs/manifest-file.js";
import { docsFor, operation, resource, text } from "./fixture.js";

function manifestOf(places: readonly (readonly [string, { file: string; line: number }])[]) {
  const resources = [
    resource("Pets", [
      operation("getPet", { methodName: "get", path: "/pets", pointer: "/paths/~1pets/get" }),
    ]),
  ];
  const schemas = [{ name: "Pet", alias: null, schema: text() }];
  const file = manifestFile({ ...docsFor({ resources, schemas }), places: new Map(places) });
  return JSON.parse(file.from === "text" ? file.text : "null");
}

it("lists an operation's function, errors, page and place", () => {
  const { document, resources, models } = manifestOf([
    ["/paths/~1pets/get", { file: "spec/pets.yaml", line: 12 }],
    ["/components/schemas/Pet", { file: "spec/pets.yaml", line: 30 }],
  ]);
  expect(document).toBe("pets.yaml");
  expect(resources[0].operations).toEqual([
    {
      name: "get",
      operationId: "getPet",
      method: "get",
      path: "/pets",
      summary: null,
      deprecated: false,
      call: "things.pets.get",
      function: "getPet",
      module: "things/operations/pets",
      error: "GetPetError",
      page: "docs/sdks/pets/README.md#get",
      pointer: "/paths/~1pets/get",
      line: 12,
    },
  ]);
  expect(models).toEqual([
    { name: "Pet", page: "docs/models/pet.md", pointer: "/components/schemas/Pet", line: 30 },
  ]);
});

it("omits unknown places", () => {
  const { document, models } = manifestOf([]);
  expect([document, models[0].line]).toEqual([null, null]);
});
