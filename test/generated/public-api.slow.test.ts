import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root } from "../imports.js";

/** Every name that the front door exports, as its declaration file has it, without comments. */
function publicApi(sources: string, outDir: string): string {
  const shared = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [] };
  ts.createProgram([join(sources, "index.ts")], {
    ...shared,
    declaration: true,
    emitDeclarationOnly: true,
    strict: true,
    outDir,
    rootDir: sources,
  }).emit();
  // Declarations alone: what they import from elsewhere isn't asked for.
  const front = join(outDir, "index.d.ts");
  const program = ts.createProgram([front], { ...shared, noLib: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(front);
  const module = source && checker.getSymbolAtLocation(source);
  return (module ? checker.getExportsOfModule(module) : [])
    .map((exported) => ({ name: exported.name, text: declarationOf(exported, checker) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => text)
    .join("\n");
}

function declarationOf(exported: ts.Symbol, checker: ts.TypeChecker): string {
  const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(exported) : exported;
  const [declaration] = target.declarations ?? [];
  if (declaration === undefined) throw new Error(`${exported.name} is declared nowhere`);
  const printer = ts.createPrinter({ removeComments: true });
  const file = declaration.getSourceFile();
  const text = printer.printNode(ts.EmitHint.Unspecified, declaration, file);
  return target.name === exported.name ? text : `// ${target.name} as ${exported.name}\n${text}`;
}

describe("the public API of the Domains SDK", () => {
  it("is unchanged", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sdkwright-api-"));
    const api = publicApi(join(root, "generated/src"), folder);
    await rm(folder, { recursive: true });
    await expect(`${api}\n`).toMatchFileSnapshot("__snapshots__/public-api.d.ts.txt");
  });
});
