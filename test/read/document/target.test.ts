import { expect, it } from "vitest";
import { targetOf } from "../../../generator/read/document/target.js";

const pet = { type: "object" };
const document = {
  paths: { "/pets/{id}": { get: { parameters: [pet] } } },
  components: { schemas: { "A/B": pet, "50%": pet, "~": pet, Any: true, Odd: "text" } },
};

it.each([
  ["#/components/schemas/A~1B", "/components/schemas/A~1B"],
  ["#/components/schemas/~0", "/components/schemas/~0"],
  ["#/components/schemas/50%", "/components/schemas/50%"],
  ["#/components/schemas/50%25", "/components/schemas/50%"],
  ["#/paths/~1pets~1%7Bid%7D/get/parameters/0", "/paths/~1pets~1{id}/get/parameters/0"],
])("%s is the object at %s", (ref, pointer) => {
  expect(targetOf(document, ref)).toEqual({ kind: "object", place: { node: pet, pointer } });
});

it("# is the document", () => {
  expect(targetOf(document, "#")).toEqual({
    kind: "object",
    place: { node: document, pointer: "" },
  });
});

it.each([
  ["#/components/schemas/Any", "boolean"],
  ["#/components/schemas/Odd", "other value"],
  ["#/paths/~1pets~1{id}/get/parameters", "other value"],
  ["#/components/schemas/Gone", "nothing"],
  ["#/constructor", "nothing"],
  ["#Pet", "nothing"],
  ["./pets.yaml#/Pet", "elsewhere"],
  ["https://example.com/pets.yaml", "elsewhere"],
  ["", "elsewhere"],
])("%j leads to: %s", (ref, kind) => {
  expect(targetOf(document, ref)).toEqual({ kind });
});
