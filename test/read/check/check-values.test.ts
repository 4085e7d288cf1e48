import { expect, it } from "vitest";
import { valueTypeMistakes } from "../../../generator/read/check/check-values.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom, schemaA } from "./lines.js";

it.each<[written: JsonObject, read: JsonObject, want: string]>([
  [{ minimum: "one" }, {}, 'minimum `minimum` is "one" and ignored: write a number'],
  [{ minimum: "1" }, { minimum: 1 }, 'minimum `minimum` is "1" and read as 1: write a number'],
  [
    { readOnly: "true" },
    { readOnly: true },
    'readOnly `readOnly` is "true" and read as true: write true or false',
  ],
  [{ minLength: -1 }, {}, "minLength `minLength` is -1 and ignored: write a non-negative integer"],
  [{ maxItems: [] }, {}, "maxItems `maxItems` is a list and ignored: write a non-negative integer"],
  [
    { type: "interger" },
    { type: "integer" },
    'type `type` is "interger": it is read as "integer"; did you mean that?',
  ],
  [
    { type: "float" },
    { type: "number" },
    'type `type` is "float": it is read as "number"; did you mean that?',
  ],
  [
    { type: ["String", null] },
    { type: ["string", "null"] },
    'type `type` is "String": it is read as "string"; did you mean that?',
  ],
  [
    { type: "any" },
    {},
    'type `type` is "any" and ignored: write one of `string`, `number`, `integer`, `boolean`, `object`, `array`, `null`',
  ],
  [
    { discriminator: "kind" },
    { discriminator: { propertyName: "kind" } },
    'discriminator `discriminator` is "kind": write an object with `propertyName`',
  ],
])("%j is read as %j", (written, read, want) => {
  expect(linesFrom(valueTypeMistakes, schemaA(written))).toEqual([`/components/schemas/A/${want}`]);
  const document = schemaA(written);
  expect(applyFixes(document, valueTypeMistakes(document))).toEqual(schemaA(read));
});

it("corrects a misspelled place or kind of scheme", () => {
  const parameters = { A: { name: "a", in: "Query", style: "deepobject" }, B: { in: "body" } };
  const securitySchemes = { K: { type: "apikey", in: "headr" } };
  const document = { components: { parameters, securitySchemes } };
  expect(linesFrom(valueTypeMistakes, document)).toEqual([
    '/components/parameters/A/in `in` is "Query", and is read as "query": write that',
    '/components/parameters/A/style `style` is "deepobject", and is read as "deepObject": write that',
    '/components/securitySchemes/K/type `type` is "apikey", and is read as "apiKey": write that',
    '/components/securitySchemes/K/in `in` is "headr", and is read as "header": write that',
  ]);
  expect(applyFixes(document, valueTypeMistakes(document))).toEqual({
    components: {
      parameters: { A: { name: "a", in: "query", style: "deepObject" }, B: { in: "body" } },
      securitySchemes: { K: { type: "apiKey", in: "header" } },
    },
  });
});

it("reads nullable of 3.0 in 3.1, where it isn't a keyword", () => {
  const document = { openapi: "3.1.0", ...schemaA({ type: "string", nullable: true }) };
  expect(linesFrom(valueTypeMistakes, document)).toEqual([
    '/components/schemas/A/nullable `nullable` is a keyword of OpenAPI 3.0 and is read as the type "null": write `type: [string, "null"]`',
  ]);
  expect(applyFixes(document, valueTypeMistakes(document))).toEqual({
    openapi: "3.1.0",
    ...schemaA({ type: "string", "x-nullable": true }),
  });
});

it.each([
  [{ type: "integer" }, 'write `type: [integer, "null"]`'],
  [{ oneOf: [{ type: "string" }, {}] }, 'allow the type "null" in its place'],
])("suggests a replacement for nullable beside %j", (schema, remedy) => {
  const document = { openapi: "3.1.0", ...schemaA({ ...schema, nullable: true }) };
  expect(linesFrom(valueTypeMistakes, document)).toEqual([
    `/components/schemas/A/nullable \`nullable\` is a keyword of OpenAPI 3.0 and is read as the type "null": ${remedy}`,
  ]);
});

it.each([
  { exclusiveMinimum: true, exclusiveMaximum: 3 },
  { type: ["string", "null"], uniqueItems: false, multipleOf: 0.5 },
  { properties: { minimum: { type: "string" }, type: {} } },
])("%j is right", (schema) => {
  expect(linesFrom(valueTypeMistakes, schemaA(schema))).toEqual([]);
});
