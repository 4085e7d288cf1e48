import { expect, it } from "vitest";
import { definitionMistakes } from "../../../generator/read/check/check-definitions.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import { linesFrom, schemaA } from "./lines.js";

it("is read as one of the schema around it", () => {
  const ref = { $ref: "#/$defs/Role" };
  const $defs = { Role: { type: "string" } };
  const discriminator = { propertyName: "kind", mapping: { role: "#/$defs/Role" } };
  const document = schemaA({ items: { oneOf: [ref], discriminator }, $defs });
  const intended = "#/components/schemas/A/$defs/Role";
  expect(linesFrom(definitionMistakes, document)).toEqual([
    `/components/schemas/A/items/oneOf/0/$ref \`$ref\` "#/$defs/Role" resolves from the document's root, where it has no target; it is read relative to the enclosing schema: write "${intended}"`,
  ]);
  const read = { propertyName: "kind", mapping: { role: intended } };
  expect(applyFixes(document, definitionMistakes(document))).toEqual(
    schemaA({ items: { oneOf: [{ $ref: intended }], discriminator: read }, $defs }),
  );
});

it("is read as one of a schema with `$id` without a line, since that is its meaning", () => {
  const $defs = { Role: { type: "string" } };
  const document = {
    openapi: "3.1.0",
    ...schemaA({ $id: "https://a.example/a", items: { $ref: "#/$defs/Role" }, $defs }),
  };
  expect(linesFrom(definitionMistakes, document)).toEqual([]);
  expect(applyFixes(document, definitionMistakes(document))).toMatchObject(
    schemaA({ items: { $ref: "#/components/schemas/A/$defs/Role" } }),
  );
});

it("is unchanged if its target exists, or nothing around it has it", () => {
  const schema = { items: { $ref: "#/$defs/Role" } };
  const $defs = { Role: {} };
  expect(linesFrom(definitionMistakes, { ...schemaA({ ...schema, $defs }), $defs })).toEqual([]);
  expect(linesFrom(definitionMistakes, schemaA(schema))).toEqual([]);
});
