import { expect, it } from "vitest";
import { directionsOf } from "../../../generator/plan/report/directions.js";
import { modelOf } from "../../model/documents.js";
import { json, ref } from "../blueprint.js";

it("follow from how operations use a model, directly or through others", () => {
  const api = modelOf({
    paths: {
      "/pets": {
        post: {
          requestBody: json(ref("NewPet")),
          responses: { "200": json({ type: "array", items: ref("Pet") }) },
        },
      },
    },
    components: {
      schemas: {
        NewPet: { properties: { kind: ref("Kind"), parent: ref("NewPet") } },
        Pet: { allOf: [{ properties: { kind: ref("Kind") } }, ref("Base")] },
        Base: { additionalProperties: { oneOf: [ref("Pet")] } },
        Kind: { enum: ["cat"] },
        Event: { properties: { of: ref("Kind") } },
      },
    },
  });
  const side = directionsOf(api);
  expect(api.schemas.map(({ name }) => [name, side(name)])).toEqual([
    ["NewPet", "given"],
    ["Pet", "received"],
    ["Base", "received"],
    ["Kind", "both"],
    ["Event", "received"],
  ]);
});
