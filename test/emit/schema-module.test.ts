import { describe, expect, it } from "vitest";
import { schemaModule } from "../../generator/emit/schema-module.js";
import type { SchemaPart, SchemaParts } from "../../generator/emit/schema-parts.js";
import type { OperationsModule } from "../../generator/plan/file.js";

function part(text: string, ...mentions: readonly string[]): SchemaPart {
  return { text: `${text}\n`, mentions };
}

const parts: SchemaParts = {
  declarations: new Map([
    ["paths", part("export interface paths {}", "operations")],
    ["webhooks", part("export interface webhooks {}")],
    ["components", part("export interface components {}", "components", "Schema_A", "operations")],
    ["$defs", part("export type $defs = Record<string, never>;")],
    ["Helper", part("type Helper<T> = T;")],
    ["Schema_A", part("type Schema_A = Schema_B | Helper<1>;", "Schema_B", "Helper")],
    ["Schema_B", part("type Schema_B = Schema_A[];", "Schema_A")],
  ]),
  operations: new Map([
    ["a", part("  a: {};", "components", "Helper")],
    ["__proto__", part("  __proto__: {};", "paths", "components")],
    ["hook", part("  hook: {};", "Helper")],
  ]),
};

const header = "// The document's types, as openapi-typescript names them.\n";

function linesOf(...given: Parameters<typeof schemaModule>): string[] {
  const text = schemaModule(...given);
  expect(text.startsWith(`${header}\n`)).toBe(true);
  return text.slice(header.length + 1).split("\n");
}

function moduleOf(name: string, ...keys: readonly string[]): OperationsModule {
  return { module: `./schema/operations/${name}.js`, name: `${name}Operations`, keys };
}

describe("the module of the components", () => {
  it("declares what they alone mention, and imports the rest", () => {
    expect(linesOf({ kind: "components" }, parts)).toEqual([
      'import type { operations } from "../schema.js";',
      "",
      "export interface components {}",
      "type Schema_A = Schema_B | Helper<1>;",
      "type Schema_B = Schema_A[];",
      "type Helper<T> = T;",
      "",
    ]);
  });
});

describe("a module of operations", () => {
  it("has those of its keys in their order", () => {
    expect(linesOf({ kind: "operations", keys: ["__proto__", "a"] }, parts)).toEqual([
      'import type { paths } from "../../schema.js";',
      'import type { components } from "../components.js";',
      "",
      "export interface operations {",
      "  __proto__: {};",
      "  a: {};",
      "}",
      "type Helper<T> = T;",
      "",
    ]);
  });
});

describe("the module of the paths", () => {
  const rest = [
    "export interface paths {}",
    "export interface webhooks {}",
    "export type $defs = Record<string, never>;",
  ];

  it("joins the operations of all others with those that are in none", () => {
    const operations = [moduleOf("a", "a"), moduleOf("b", "__proto__")];
    expect(linesOf({ kind: "paths", operations }, parts)).toEqual([
      'import type { components } from "./schema/components.js";',
      'import type { operations as aOperations } from "./schema/operations/a.js";',
      'import type { operations as bOperations } from "./schema/operations/b.js";',
      "",
      "export type { components };",
      "",
      ...rest,
      "export interface operations extends aOperations, bOperations {",
      "  hook: {};",
      "}",
      "type Helper<T> = T;",
      "",
    ]);
  });

  it("names a base a line where they don't fit into one", () => {
    const name = "of".repeat(20);
    const operations = [moduleOf(name, "a"), moduleOf("b", "__proto__", "hook")];
    expect(linesOf({ kind: "paths", operations }, parts).slice(-4)).toEqual([
      "export interface operations",
      `  extends ${name}Operations,`,
      "    bOperations {}",
      "",
    ]);
  });

  it("exports those of a single one as they are", () => {
    const operations = [moduleOf("a", "a", "__proto__", "hook")];
    expect(linesOf({ kind: "paths", operations }, parts)).toEqual([
      'import type { components } from "./schema/components.js";',
      'import type { operations } from "./schema/operations/a.js";',
      "",
      "export type { components, operations };",
      "",
      ...rest,
      "",
    ]);
  });

  it("has no operations where there are none", () => {
    const operations = part("export type operations = Record<string, never>;");
    const without = {
      declarations: new Map([...parts.declarations, ["operations", operations]]),
      operations: new Map(),
    };
    expect(linesOf({ kind: "paths", operations: [] }, without)).toEqual([
      'import type { components } from "./schema/components.js";',
      "",
      "export type { components };",
      "",
      ...rest,
      "export type operations = Record<string, never>;",
      "",
    ]);
  });
});
