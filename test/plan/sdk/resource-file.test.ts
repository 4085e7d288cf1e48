import { describe, expect, it } from "vitest";
import { resourceFile } from "../../../generator/plan/sdk/resource-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { blueprintOf, json, ref } from "../blueprint.js";

function fileOf(document: JsonObject) {
  const blueprint = blueprintOf(document);
  const [resource] = blueprint.api.resources;
  if (resource === undefined) throw new Error("no resource");
  const file = resourceFile(resource, blueprint);
  if (file.template !== "sdk/resource") throw new Error(file.template);
  return file;
}

describe("the module of a resource's class", () => {
  const get = {
    operationId: "listPets",
    "x-speakeasy-name-override": "list",
    tags: ["Pets"],
    responses: { 200: json(ref("Pet")) },
  };
  const put = {
    operationId: "putPet",
    tags: ["Pets"],
    parameters: [{ in: "query", name: "q" }],
    responses: { 200: json({ type: "string" }) },
  };
  const components = { schemas: { Pet: {} } };

  it("has a method for each operation, and imports what they mention", () => {
    const { path, view } = fileOf({ paths: { "/pets": { get, put } }, components });
    expect(path).toBe("src/resources/pets.ts");
    expect(view.class).toBe("PetsResource");
    expect(view.methods.map(({ name, sending }) => [name, sending.calls])).toEqual([
      ["list", "call"],
      ["put", "callWith"],
    ]);
    const imports = view.imports.map(({ module, names }) => [
      module,
      names.map(({ name }) => name),
    ]);
    expect(imports).toEqual([
      ["../data/pets.js", ["listPetsOperation", "putPetOperation"]],
      ["../models.js", ["Pet"]],
      [
        "../operations/pets.js",
        ["ListPetsError", "PutPetError", "PutPetRequest", "PutPetResponse"],
      ],
      ["../runtime/api-promise.js", ["APIPromise"]],
      ["../runtime/call.js", ["call"]],
      ["../runtime/call-with.js", ["callWith"]],
      ["../runtime/client-core.js", ["ClientCore", "OptionsOnly", "optionsIn", "RequestOptions"]],
    ]);
  });

  it("has a member for each resource that is reached through it", () => {
    const nested = { ...get, "x-speakeasy-group": "shop.pets" };
    const { path, view } = fileOf({ paths: { "/pets": { get: nested } }, components });
    expect(path).toBe("src/resources/shop.ts");
    expect(view).toMatchObject({
      class: "ShopResource",
      resources: [{ doc: "The operations of Pets.", accessor: "pets", class: "ShopPetsResource" }],
      hasMethods: false,
      methods: [],
    });
    expect(view.imports.map(({ module }) => module)).toEqual([
      "../runtime/client-core.js",
      "./shop-pets.js",
    ]);
  });

  it.each([
    [
      "the description of the tag",
      { given: [{ name: "Pets", description: "Animals." }], want: "Animals." },
    ],
    ["its name if the tag has no description", { given: [], want: "The operations of Pets." }],
  ])("is described by %s", (_, { given, want }) => {
    expect(fileOf({ tags: given, paths: { "/a": { get } }, components }).view.doc).toBe(want);
  });
});
