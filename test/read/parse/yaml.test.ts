import { describe, expect, it } from "vitest";
import { parseYaml, yamlEvents } from "../../../generator/read/parse/yaml.js";

describe("YAML", () => {
  it.each([
    ["a: 2020-01-01", { a: "2020-01-01" }],
    ["a: yes", { a: "yes" }],
    ["200: ok", { "200": "ok" }],
    ["1.10: a\n1.1: b\nTrue: c\n0x10: d", { "1.10": "a", "1.1": "b", True: "c", "0x10": "d" }],
    ["a: 1.10\nb: [True, 0x10]", { a: 1.1, b: [true, 16] }],
    ["{ title: 2.0, version: 1.10 }", { title: "2.0", version: "1.10" }],
    [
      "{ enum: [1.10, 2.5, False], default: 1.0, type: string }",
      { enum: ["1.10", 2.5, "False"], default: "1.0", type: "string" },
    ],
    ["{ type: [string, 'null'], example: 007 }", { type: ["string", "null"], example: "007" }],
    ["{ type: number, default: 1.0, enum: [1.0] }", { type: "number", default: 1, enum: [1] }],
    [
      "{ required: [1.10], properties: { 1.10: {} } }",
      { required: ["1.10"], properties: { "1.10": {} } },
    ],
    ["a: &x { 1.0: 2.0 }\nb: { <<: *x }", { a: { "1.0": 2 }, b: { "1.0": 2 } }],
    ["a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
  ])("%j is %j", async (text, value) => {
    expect(await parseYaml(text)).toEqual({ ok: true, value, events: expect.any(Function) });
  });

  it.each([
    ["a: 1\na: 2", "duplicated mapping key", 5],
    ["a: !!binary aGk=", "unknown scalar tag !<tag:yaml.org,2002:binary>", 3],
    ["%YAML 1.2", "directives end mark is expected", 9],
    ["...", "expected a document, but the input is empty", 0],
    ["a: 1\n---\nb: 2", "expected a single document in the stream, but found more", 0],
  ])("%j is refused", async (text, reason, offset) => {
    expect(await parseYaml(text)).toEqual({ ok: false, reason, offset });
  });

  it("shares the nodes of an alias", async () => {
    const parsed = await parseYaml("a: &x {b: 1}\nc: *x");
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok)
      expect(Reflect.get(Object(parsed.value), "a")).toBe(Reflect.get(Object(parsed.value), "c"));
  });

  it("that is nested too deeply is refused, without a stack overflow", async () => {
    expect(await parseYaml("[".repeat(100_000))).toMatchObject({
      ok: false,
      reason: "nesting exceeded maxDepth (1000)",
    });
  });
});

describe("the events of YAML", () => {
  it("are where values start", async () => {
    const events = [...(await yamlEvents('a: &x ["b", {c: *y}]'))];
    expect(events.map(({ kind }) => kind)).toEqual([
      ...["mapping", "scalar", "sequence", "scalar", "mapping", "scalar", "alias"],
      ...["end", "end", "end", "end"],
    ]);
    expect(events.flatMap((event) => ("offset" in event ? [event.offset] : []))).toEqual([
      0, 0, 6, 7, 12, 13, 16,
    ]);
    expect(events.flatMap((event) => (event.kind === "scalar" ? [event.text()] : []))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("are none if the text is broken", async () => {
    expect([...(await yamlEvents("a: ["))]).toEqual([]);
  });
});
