import { expect, it } from "vitest";
import { applyFixes } from "../../../generator/read/check/apply-fixes.js";
import { definitionMistakes } from "../../../generator/read/check/check-definitions.js";
import { linesFrom, schemaA } from "./lines.js";

it("is read as one of the schema around it", () => {
  const ref = { $ref: "#/$defs/Role" };
  const $defs = { Role: { type: "string" } };
  const discriminator = { propertyName: "kind", mapping: { role: "#/$defs/Role" } };
  const document = schemaA({ items: { oneOf: [ref], discriminator }, $defs });
  const meant = "#/components/schemas/A/$defs/Role";
  expect(linesFrom(definitionMistakes, document)).toEqual([
    `/components/schemas/A/items/oneOf/0/$ref \`$ref\` "#/$defs/Role" resolves from the document's root, where it has no target; it is read relative to the schema around it: write "${meant}"`,
  ]);
  const read = { propertyName: "kind", mapping: { role: meant } };
  expect(applyFixes(document, definitionMistakes(document))).toEqual(
    schemaA({ items: { oneOf: [{ $ref: meant }], discriminator: read }, $defs }),
  );
});

it("is left alone where it leads somewhere, or nothing around it has it", () => {
  const schema = { items: { $ref: "#/$defs/Role" } };
  const $defs = { Role: {} };
  expect(linesFrom(definitionMistakes, { ...schemaA({ ...schema, $defs }), $defs })).toEqual([]);
  expect(linesFrom(definitionMistakes, schemaA(schema))).toEqual([]);
});
