import { expect, it } from "vitest";
import { withoutPercents, withPercents } from "../../generator/emit/percent.js";
import { schemaParts } from "../../generator/emit/schema.js";
import type { Json } from "../../generator/read/document/document.js";

const inner = { type: "object", properties: { a: { type: "string", description: "50 %" } } };

it("names with a percent sign are names", async () => {
  const { declarations } = await schemaParts({
    openapi: "3.1.0",
    info: { title: "Rates", version: "1" },
    paths: {},
    components: {
      schemas: {
        "100%": { type: "object", properties: { "%": inner, "a%2Fb": inner } },
        Rate: { $ref: "#/components/schemas/100%25" },
      },
    },
  });
  const text = declarations.get("components")?.text;
  expect(text).toContain('    "100%": {\n      "%"?: {\n        /** @description 50 % */');
  expect(text).toContain('      "a%2Fb"?: {\n');
  expect(text).toContain('    Rate: components["schemas"]["100%"];\n');
});

it("what YAML shares stays shared", () => {
  const { a, b } = withoutPercents({ a: inner, b: inner });
  expect(a).toBe(b);
});

it.each<[given: string, want: Json]>([
  ["#/components/schemas/a%2Fb", "#/components/schemas/a~1b"],
  ["#/components/schemas/100%", "#/components/schemas/100%"],
])("a reference to %j leads where it did", ($ref, want) => {
  const { schema } = withoutPercents({ schema: { $ref } });
  expect(JSON.parse(withPercents(JSON.stringify(schema)))).toEqual({ $ref: want });
});
