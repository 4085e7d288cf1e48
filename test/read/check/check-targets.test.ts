import { expect, it } from "vitest";
import { targetMistakes } from "../../../generator/read/check/check-targets.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom } from "./lines.js";

function mapped(mapping: JsonObject): JsonObject {
  const discriminator = { propertyName: "kind", mapping };
  return { components: { schemas: { A: { discriminator }, Liquid: {}, Bulk: {} } } };
}

it.each([
  ["a name", { a: "Bulk" }, []],
  ["a reference", { a: "#/components/schemas/Bulk" }, []],
  ["another file", { a: "bulk.yaml#/Bulk" }, []],
  [
    "nothing, where the value is like a name",
    { liquid: "#/components/schemas/Fluid" },
    [
      `/components/schemas/A/discriminator/mapping/liquid the mapping of "liquid" refers to "#/components/schemas/Fluid", which isn't a schema, and is ignored: did you mean "Liquid"?`,
    ],
  ],
  [
    "nothing at all",
    { x: "Gas" },
    [
      `/components/schemas/A/discriminator/mapping/x the mapping of "x" refers to "Gas", which isn't a schema, and is ignored: name a schema`,
    ],
  ],
])("a mapping may lead to %s", (_, mapping, want) => {
  expect(linesFrom(targetMistakes, mapped(mapping))).toEqual(want);
});

it("a link has to refer to an operation", () => {
  const links = {
    good: { operationId: "getUser" },
    bad: { operationId: "getUsr" },
    ref: { operationRef: "#/paths/~1none/get" },
  };
  const get = { operationId: "getUser", responses: { 200: { description: "", links } } };
  expect(linesFrom(targetMistakes, { paths: { "/u": { get } } })).toEqual([
    `/paths/~1u/get/responses/200/links/bad/operationId the link refers to the operation "getUsr", which doesn't exist: did you mean "getUser"?`,
    `/paths/~1u/get/responses/200/links/ref/operationRef the link refers to "#/paths/~1none/get", which doesn't exist: name an operation`,
  ]);
});
