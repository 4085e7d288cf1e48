import { expect, it } from "vitest";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { withMediaTypes } from "../../../generator/read/normalise/media-types.js";

it("a media type among the components stands where it is referred to", () => {
  const pets = { schema: { type: "array" } };
  const components = { mediaTypes: { Pets: pets } };
  const answers = (media: JsonObject) => ({
    "/a": { get: { responses: { 200: { content: { "application/json": media } } } } },
  });
  const paths = answers({ $ref: "#/components/mediaTypes/Pets" });
  expect(withMediaTypes({ paths, components })).toEqual({ paths: answers(pets), components });
});
