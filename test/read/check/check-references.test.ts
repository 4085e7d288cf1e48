import { describe, expect, it } from "vitest";
import { referenceLoops, refProblems } from "../../../generator/read/check/check-references.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { referencesIn } from "../../../generator/read/document/references.js";

const pet = { $ref: "#/components/schemas/Pet" };
const gone = { $ref: "#/components/schemas/Gone" };

function problemsOf(document: JsonObject) {
  return refProblems(document, referencesIn(document).references);
}

function schemas(named: JsonObject): JsonObject {
  return { components: { schemas: { Pet: { type: "object" }, ...named } } };
}

function pointers(document: JsonObject): string[] {
  return problemsOf(document).map(({ pointer }) => pointer);
}

describe("references that can be followed", () => {
  it.each([
    ["to a schema", { A: pet, B: { items: pet } }],
    ["to a boolean schema", { A: { $ref: "#/components/schemas/B" }, B: true }],
    ["to what contains them", { A: { properties: { a: { $ref: "#/components/schemas/A" } } } }],
  ])("%s are fine", (_, named) => {
    expect(problemsOf(schemas(named))).toEqual([]);
  });
});

describe("what only looks like a reference", () => {
  it.each([
    ["a property", { A: { properties: { $ref: { type: "string" } } } }],
    ["an example", { A: { example: gone } }],
    ["examples", { A: { examples: [gone] } }],
    ["a default", { A: { default: gone } }],
    ["an enum", { A: { enum: [gone] } }],
    ["a const", { A: { const: gone } }],
    ["an extension", { A: { "x-note": gone } }],
  ])("is passed over: %s", (_, named) => {
    expect(problemsOf(schemas(named))).toEqual([]);
  });
});

describe("references that can't be followed", () => {
  it.each([
    [
      "#/components/schemas/Gone",
      '`$ref` has no target: the document has no "#/components/schemas/Gone"; add it or correct the reference',
    ],
    [
      "#/components/schemas/Pet/type",
      '`$ref` must refer to an object, and "#/components/schemas/Pet/type" isn\'t one: correct the reference',
    ],
    ["#", '`$ref` refers to the whole document: write it as "#/components/schemas/Name"'],
    [42, '`$ref` must be text: write it as "#/components/schemas/Name"'],
  ])("are reported: %j", ($ref, message) => {
    expect(problemsOf(schemas({ A: { $ref } }))).toEqual([
      { severity: "error", pointer: "/components/schemas/A/$ref", message },
    ]);
  });

  it("are reported wherever they are, in the order of the document", () => {
    const lost = () => ({ $ref: "#/gone" });
    const document = {
      paths: {
        "/a": { get: { parameters: [lost()], responses: { default: lost() } } },
        "/b": lost(),
      },
      ...schemas({ A: { properties: { default: lost(), "x-a": lost() } } }),
      other: { place: lost() },
    };
    expect(pointers(document)).toEqual([
      "/paths/~1a/get/parameters/0/$ref",
      "/paths/~1a/get/responses/default/$ref",
      "/paths/~1b/$ref",
      "/components/schemas/A/properties/default/$ref",
      "/components/schemas/A/properties/x-a/$ref",
      "/other/place/$ref",
    ]);
  });

  it("are reported once if aliases share them", () => {
    const shared = { $ref: "#/gone" };
    expect(pointers(schemas({ A: shared, B: { items: shared }, C: [shared] }))).toEqual([
      "/components/schemas/A/$ref",
    ]);
  });

  it("are found 10,000 levels deep", () => {
    let schema: JsonObject = { $ref: "#/gone" };
    for (let level = 0; level < 10_000; level += 1) schema = { not: schema };
    expect(pointers(schemas({ A: schema }))).toEqual([
      `/components/schemas/A${"/not".repeat(10_000)}/$ref`,
    ]);
  });
});

it("suggests a similar name", () => {
  expect(problemsOf(schemas({ A: { $ref: "#/components/schemas/Pett" } }))).toEqual([
    {
      severity: "error",
      pointer: "/components/schemas/A/$ref",
      message:
        '`$ref` has no target: the document has no "#/components/schemas/Pett"; did you mean "#/components/schemas/Pet"?',
    },
  ]);
});

/** The problems of schemas that refer to each other: `A: "B"` is a reference from A to B. */
function loopsIn(refs: Readonly<Record<string, string>>): [pointer: string, message: string][] {
  const schemas: Record<string, JsonObject> = { End: { type: "string" } };
  for (const [from, to] of Object.entries(refs)) schemas[from] = { $ref: `#/schemas/${to}` };
  const references = Object.keys(refs).map((name) => ({
    node: schemas[name] ?? {},
    pointer: () => `/schemas/${name}`,
  }));
  return referenceLoops({ schemas }, references).map(({ pointer, message }) => [pointer, message]);
}

describe("references", () => {
  it("to something that exists are fine", () => {
    expect(loopsIn({ A: "B", B: "End", C: "B", D: "Gone" })).toEqual([]);
  });

  it("to themselves are reported", () => {
    expect(loopsIn({ A: "A" })).toEqual([
      [
        "/schemas/A/$ref",
        'circular reference: "#/schemas/A" is only a `$ref` to itself; replace one of them with the schema itself',
      ],
    ]);
  });

  it("in a cycle are reported once, and references into it are not", () => {
    expect(loopsIn({ X: "A", A: "B", B: "C", C: "A", Y: "B" })).toEqual([
      [
        "/schemas/A/$ref",
        'circular reference: "#/schemas/A" is only a `$ref` to itself through "#/schemas/B", "#/schemas/C"; replace one of them with the schema itself',
      ],
    ]);
  });

  it("in two cycles are two problems", () => {
    expect(loopsIn({ A: "A", B: "B" })).toHaveLength(2);
  });
});

describe("a chain of references", () => {
  function chain(length: number): Record<string, string> {
    const names = Array.from({ length }, (_, index) => `S${length - index}`);
    return Object.fromEntries(names.map((name, index) => [name, names[index + 1] ?? "End"]));
  }

  it("may be a hundred long", () => {
    expect(loopsIn(chain(100))).toEqual([]);
  });

  it("of many more is reported once, in linear time", () => {
    expect(loopsIn(chain(100_000))).toEqual([
      [
        "/schemas/S101/$ref",
        "`$ref` goes through more than 100 references: refer to the last one directly",
      ],
    ]);
  });
});
