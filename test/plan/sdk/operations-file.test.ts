import { describe, expect, it } from "vitest";
import { moduleTypeNames } from "../../../generator/plan/imports.js";
import { operationsFile, operationView } from "../../../generator/plan/sdk/operations-file.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn, ref } from "../blueprint.js";

const securitySchemes = { token: { type: "http", scheme: "bearer" } };

function fileOf(operations: JsonObject) {
  const { blueprint, resource } = operationIn({
    paths: { "/pet-shops": operations },
    components: { securitySchemes },
  });
  const file = operationsFile(resource, blueprint);
  if (file.template !== "sdk/operations") throw new Error(file.template);
  return file;
}

describe("the module of a resource's functions", () => {
  it("has a section for each operation, in the document's order", () => {
    const { path, view } = fileOf({ put: { operationId: "b" }, get: { operationId: "a" } });
    expect(path).toBe("src/operations/pet-shops.ts");
    expect(view.operations.map(({ signature }) => signature.name)).toEqual(["b", "a"]);
  });

  it("imports each module once", () => {
    const { view } = fileOf({ put: {}, get: {} });
    const modules = view.imports.map(({ module }) => module);
    expect(modules).toEqual([...new Set(modules)]);
    expect(modules).toContain("../runtime/call.js");
  });
});

function documentWith(operation: JsonObject): JsonObject {
  return {
    paths: { "/pets/{id}": { put: { operationId: "putPet", ...operation } } },
    components: { schemas: { Pet: { properties: { name: { type: "string" } } } } },
  };
}

const empty = { description: "" };
const id = { in: "path", name: "id", required: true, schema: { type: "string" } };

describe("the section of an operation", () => {
  it("declares its types, and imports what they refer to", () => {
    const { blueprint, operation } = operationIn(
      documentWith({
        parameters: [id],
        requestBody: json(ref("Pet"), { required: true }),
        responses: { 200: json(ref("Pet")) },
      }),
    );
    const spelling = moduleTypeNames(blueprint, "folder");
    const { view, uses } = operationView(operation, blueprint, spelling);
    expect(view.declarations.map(({ doc }) => doc)).toEqual(["Request of {@link putPet}."]);
    expect(view.failure).toEqual({
      doc: "Errors of {@link putPet}: `switch` on `status` or `kind`.",
      text: "export type PutPetError = SDKError | TransportError;",
    });
    expect(new Set(uses.map(({ module, name }) => `${name} < ${module}`))).toEqual(
      new Set([
        "putPetOperation < ../data/pets.js",
        "SDKError < ../runtime/errors.js",
        "TransportError < ../runtime/errors.js",
        "Pet < ../models.js",
        "APIPromise < ../runtime/api-promise.js",
        "callWith < ../runtime/call-with.js",
        "ClientCore < ../runtime/client-core.js",
        "RequestOptions < ../runtime/client-core.js",
      ]),
    );
  });

  it("of an operation without arguments declares no request", () => {
    const { blueprint, operation } = operationIn(documentWith({}));
    const spelling = moduleTypeNames(blueprint, "folder");
    const { view, uses } = operationView(operation, blueprint, spelling);
    expect(view.declarations).toEqual([]);
    expect(uses.map(({ name }) => name)).toEqual(expect.arrayContaining(["call", "optionsIn"]));
    expect(uses.map(({ name }) => name)).not.toContain("RequestOptions");
  });

  it("imports the types of its options", () => {
    const { blueprint, operation } = operationIn(
      documentWith({
        parameters: [{ in: "header", name: "Idempotency-Key" }],
        responses: { 200: { ...empty, content: { "image/png": {} } } },
      }),
    );
    const spelling = moduleTypeNames(blueprint, "folder");
    const { uses } = operationView(operation, blueprint, spelling);
    const names = uses.filter(({ isType }) => isType).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        ...["RequestOptions", "OptionsOnly", "WithIdempotencyKey"],
        ...["AsForm", "BinaryForm", "Binary"],
      ]),
    );
  });
});
