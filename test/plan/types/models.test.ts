import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { render } from "../../../generator/emit/render.js";
import { apiFrom } from "../../../generator/model/model.js";
import { namesFor } from "../../../generator/plan/names/names.js";
import { modelsFile } from "../../../generator/plan/sdk/models-file.js";
import { read } from "../../../generator/read/read.js";
import { compilers, output } from "../../generated/compilers.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { type Case, cases } from "./schemas.js";

/** The flags that a user's project may set beside `strict`. */
const compilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  target: "es2022",
  module: "nodenext",
  lib: ["es2022", "dom"],
  types: [],
};

/** `src/models.ts` of a document, without the runtime that it may import. */
async function modelsOf({ version = "3.1.0", paths = "{}", schemas }: Case, folder: string) {
  const file = join(folder, "openapi.yaml");
  writeFileSync(
    file,
    `openapi: ${version}\ninfo: { title: Pets, version: "1" }\npaths: ${paths}\ncomponents:\n  schemas:\n${schemas}`,
  );
  const reading = await read(file);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join());
  const api = apiFrom(reading.source.document);
  const identity = {
    packageName: "pets",
    className: "Pets",
    version: "1.0.0",
    methodNames: "short",
  } as const;
  const names = namesFor(api, identity.className);
  const features = {};
  const planned = modelsFile({ api, identity, names, places: new Map(), features });
  return render([planned])[0]?.text ?? "";
}

/** Code that uses the models: what is refused compiles only below `@ts-expect-error`. */
function program({ fits, refuses }: Case): string {
  const lines = [
    ...fits.map(([type, value], index) => `export const fit${index}: M.${type} = ${value};`),
    ...refuses.flatMap(([type, value], index) => [
      "// @ts-expect-error",
      `export const refused${index}: M.${type} = ${value};`,
    ]),
  ];
  return ['import type * as M from "./src/models.js";', ...lines].join("\n");
}

/** A folder with a package for each case: its models, and code that uses them. */
async function packages(): Promise<string> {
  const folder = temporaryFolder();
  for (const [index, each] of cases.entries()) {
    const own = join(folder, String(index));
    mkdirSync(join(own, "src/runtime"), { recursive: true });
    writeFileSync(join(own, "src/models.ts"), await modelsOf(each, own));
    writeFileSync(join(own, "src/runtime/body-multipart.ts"), "export type FileInput = Blob;");
    writeFileSync(join(own, "program.ts"), `// ${each.name}\n${program(each)}`);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["**/*.ts"] }),
  );
  return folder;
}

describe("the models of a document accept exactly the values that its schemas allow", () => {
  it.each(compilers)("under %s", async (_, compiler) => {
    expect(await output(compiler, "-p", await packages(), "--pretty", "false")).toBe("");
  });
});
