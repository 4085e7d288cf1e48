import { expect, it } from "vitest";
import { placeName } from "../../../generator/read/document/place-name.js";

it.each([
  [
    "/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/properties/owner",
    "pets_id_get_200_owner",
  ],
  ["/paths/~1pets/post/requestBody/content/application~1json/schema", "pets_post_body"],
  ["/components/schemas/Pet/properties/tags/items", "Pet_tags_items"],
  ["/components/schemas/Pet/allOf/1", "Pet_allOf_1"],
  ["/definitions/Pet", "Pet"],
  ["/x-shared/Größe", "Größe"],
  ["/x-shared/%", "place"],
  [`/definitions/${"a".repeat(200)}`, "a".repeat(120)],
])("a schema at %s is called %s", (pointer, want) => {
  expect(placeName(pointer, new Set())).toBe(want);
});

it("no two schemas are called the same", () => {
  const taken = new Set(["Pet"]);
  expect(placeName("/definitions/Pet", taken)).toBe("Pet_2");
  expect(placeName("/x-shared/Pet", taken)).toBe("Pet_3");
});
