import { expect, it } from "vitest";
import { aliasesFor } from "../../generator/emit/aliases.js";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it("schemas that have themselves in a list get an alias each, and no others do", () => {
  const schemas = {
    Tree: { type: "object", properties: { children: { type: "array", items: to("Tree") } } },
    "Json-value": { oneOf: [{ type: "array", items: to("Json-value") }, { type: "string" }] },
    "Json value": { type: "array", items: to("Json value") },
    Values: { type: "array", items: to("Json-value") },
  };
  expect(aliasesFor({ components: { schemas } })).toEqual(
    new Map([
      ["Json-value", "Schema_Json_value"],
      ["Json value", "Schema_Json_value_2"],
    ]),
  );
});
