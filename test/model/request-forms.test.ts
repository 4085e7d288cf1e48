import { describe, expect, it } from "vitest";
import { apiFrom } from "../../generator/model/model.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { splitByDirection } from "../../generator/read/normalize/split-by-direction.js";

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const id: JsonObject = { type: "string", readOnly: true };
const named = { type: "object", properties: { id, name: { type: "string" } } };
const content = (schema: JsonObject) => ({ content: { "application/json": { schema } } });

/** The named schemas of a document whose request has a schema, and its response `Pet`. */
function modeled(schemas: JsonObject, request: JsonObject, parameters: JsonObject[] = []) {
  const post = {
    parameters,
    requestBody: content(request),
    responses: { 200: { description: "", ...content(to("Pet")) } },
  };
  const paths = { "/pets": { post } };
  const document = { openapi: "3.1.0", paths, components: { schemas } };
  const api = apiFrom(splitByDirection(document));
  const body = api.operations[0]?.body?.schema;
  const fields = body?.kind === "object" ? body.fields.map(({ name }) => name) : [];
  return { names: api.schemas.map(({ name }) => name), kind: body?.kind, fields };
}

describe("the form of a schema that requests use", () => {
  it("is left out if its fields are only next to the parameters", () => {
    expect(modeled({ Pet: named }, to("Pet"))).toEqual({
      names: ["Pet"],
      kind: "object",
      fields: ["name"],
    });
  });

  it("is left out with the forms that it consists of", () => {
    const Pet = {
      allOf: [to("Kept"), { type: "object", properties: { name: { type: "string" } } }],
    };
    const Kept = { type: "object", properties: { id, age: { type: "integer" } } };
    expect(modeled({ Pet, Kept }, to("Pet"))).toEqual({
      names: ["Pet", "Kept"],
      kind: "object",
      fields: ["age", "name"],
    });
  });

  it.each<[why: string, Pet: JsonObject, request: JsonObject, parameters?: JsonObject[]]>([
    ["it is part of a body", named, { type: "array", items: to("Pet") }],
    [
      "it refers to itself",
      { ...named, properties: { ...named.properties, next: to("Pet") } },
      to("Pet"),
    ],
    ["a parameter shares a name with it", named, to("Pet"), [{ in: "query", name: "name" }]],
  ])("stays if %s", (_, Pet, request, parameters) => {
    expect(modeled({ Pet }, request, parameters).names).toEqual(["Pet", "PetInput"]);
  });

  it("isn't any schema whose name ends that way", () => {
    const PetInput = { type: "object", properties: { name: { type: "string" } } };
    expect(modeled({ Pet: named, PetInput }, to("PetInput")).names).toEqual(["Pet", "PetInput"]);
  });
});
