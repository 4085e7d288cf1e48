import { describe, expect, it } from "vitest";
import { circular, mentionsIn, namedSchemas } from "../../generator/emit/reference-graph.js";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("what a schema mentions", () => {
  it("are the schemas that its type can't do without, and how it has them", () => {
    const schema = {
      allOf: [to("A"), { oneOf: [to("B"), { type: "array", items: to("C") }] }],
      prefixItems: [to("D")],
    };
    expect(mentionsIn(schema)).toEqual([
      { name: "A", way: "allOf" },
      { name: "B", way: "union" },
      { name: "C", way: "list" },
      { name: "D", way: "list" },
    ]);
  });

  it("are none by way of a property or a map", () => {
    const schema = { properties: { a: to("A") }, additionalProperties: to("B") };
    expect(mentionsIn(schema)).toEqual([]);
    expect(mentionsIn(true)).toEqual([]);
  });
});

describe("circles", () => {
  const graph = (edges: Readonly<Record<string, string>>) =>
    new Map(Object.entries(edges).map(([name, next]) => [name, new Set(next)]));

  it("hold the schemas that lead to themselves", () => {
    expect(circular(graph({ a: "b", b: "c", c: "b", d: "d", e: "a", f: "" }))).toEqual(
      new Set(["b", "c", "d"]),
    );
  });

  it("are none in a long chain", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => String(index));
    const chain = new Map(
      names.map((name, index) => [name, new Set(names.slice(index + 1, index + 2))]),
    );
    expect(circular(chain)).toEqual(new Set());
  });
});

it("a document without components names no schema", () => {
  expect(namedSchemas({})).toEqual([]);
  expect(namedSchemas({ components: { schemas: { A: true } } })).toEqual([["A", true]]);
});
