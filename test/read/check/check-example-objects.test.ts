import { expect, it } from "vitest";
import { exampleObjectMistakes } from "../../../generator/read/check/check-example-objects.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { Json, JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom, schemaA } from "./lines.js";

function parameter(examples: Json): JsonObject {
  return { components: { parameters: { A: { examples } } } };
}

const at = "/components/parameters/A/examples";

it.each<[written: JsonObject, read: JsonObject, want: string[]]>([
  [
    schemaA({ examples: { one: { value: "a" }, two: { value: null } } }),
    schemaA({ examples: ["a", null] }),
    [
      "/components/schemas/A/examples `examples` of a schema aren't a list and are read as a list of their values: write a list of values",
    ],
  ],
  [
    schemaA({ examples: { one: "a" } }),
    schemaA({}),
    [
      "/components/schemas/A/examples `examples` of a schema aren't a list and are ignored: write a list of values",
    ],
  ],
  [
    parameter(["a", { value: "b" }]),
    parameter({ 1: { value: "a" }, 2: { value: "b" } }),
    [
      `${at} \`examples\` of a parameter are a list and are read as a map: write a map of names to objects with a \`value\``,
    ],
  ],
  [
    parameter("a"),
    { components: { parameters: { A: {} } } },
    [
      `${at} \`examples\` of a parameter aren't objects and are ignored: write a map of names to objects with a \`value\``,
    ],
  ],
  [
    parameter({ one: { id: 1 }, two: "b", three: { value: 3 } }),
    parameter({ one: { value: { id: 1 } }, two: { value: "b" }, three: { value: 3 } }),
    [
      `${at}/one the example "one" is read as a value: write it below \`value\``,
      `${at}/two the example "two" is read as a value: write it below \`value\``,
    ],
  ],
])("%j is read as %j", (written, read, want) => {
  expect(linesFrom(exampleObjectMistakes, written)).toEqual(want);
  expect(applyFixes(written, exampleObjectMistakes(written))).toEqual(read);
});

it.each<JsonObject>([
  schemaA({ examples: [{ value: 1 }] }),
  schemaA({ properties: { examples: { type: "object" } } }),
  parameter({ one: { $ref: "#/components/examples/A" }, two: { externalValue: "a.json" } }),
  parameter({ one: { summary: "None yet" }, "x-a": 1 }),
])("%j is right", (document) => {
  expect(linesFrom(exampleObjectMistakes, document)).toEqual([]);
});
