import ts from "typescript";
import { expect, it } from "vitest";
import { declareAliases } from "../../generator/emit/declare-aliases.js";

function declared(source: string, aliases: Readonly<Record<string, string>>): string {
  const file = ts.createSourceFile("schema.ts", source, ts.ScriptTarget.Latest);
  const nodes = declareAliases([...file.statements], new Map(Object.entries(aliases)));
  const printer = ts.createPrinter();
  return nodes.map((node) => printer.printNode(ts.EmitHint.Unspecified, node, file)).join("\n");
}

it("moves the type of a schema to a declaration, and names it in the others that are moved", () => {
  const source = `export interface components {
    schemas: {
        "a-b": string | components["schemas"]["C"][];
        C: components["schemas"]["a-b"][];
        Other: components["schemas"]["C"];
    };
    responses: {
        C: string;
    };
}`;
  expect(
    declared(source, { "a-b": "Schema_a_b", C: "Schema_C" }),
  ).toBe(`export interface components {
    schemas: {
        "a-b": Schema_a_b;
        C: Schema_C;
        Other: components["schemas"]["C"];
    };
    responses: {
        C: string;
    };
}
type Schema_a_b = string | Schema_C[];
type Schema_C = Schema_a_b[];`);
});

it("leaves all else as it is", () => {
  const source =
    'export interface paths {\n    schemas: {\n        C: components["schemas"]["C"];\n    };\n}';
  expect(declared(source, { C: "Schema_C" })).toBe(source);
});
