import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runtimeFiles } from "../../generator/emit/runtime-files.js";
import { importsOf, root } from "../imports.js";

function reachedBy(...lines: string[]): string[] {
  const files = runtimeFiles([{ path: "src/index.ts", text: `${lines.join("\n")}\n` }]);
  return files.map(({ path }) => path);
}

it("are what the sources import, types included, and what that imports in turn", () => {
  expect(reachedBy('export type { Result } from "./runtime/result.js";')).toEqual([
    "src/runtime/result.ts",
  ]);
  expect(reachedBy("import {", "  formStyle,", '} from "../../runtime/style-form.js";')).toEqual([
    "src/runtime/encode.ts",
    "src/runtime/style.ts",
    "src/runtime/style-form.ts",
  ]);
});

it("are none that only a comment names", () => {
  expect(reachedBy("/**", ' * import { binary } from "./runtime/binary.js";', " */")).toEqual([]);
});

it("are byte for byte those of the templates", () => {
  const [file] = runtimeFiles([
    { path: "src/a.ts", text: 'export * from "./runtime/result.js";\n' },
  ]);
  expect(file?.text).toBe(readFileSync(join(root, "templates/runtime/result.ts"), "utf8"));
});

it("import nothing that isn't among them", () => {
  const modules = readdirSync(join(root, "templates/runtime"));
  for (const module of modules) {
    const reached = reachedBy(`export * from "./runtime/${module.replace(".ts", ".js")}";`);
    const imported = importsOf(`templates/runtime/${module}`)
      .filter(({ isPackage }) => !isPackage)
      .map(({ to }) => to.replace("templates/", "src/"));
    expect(imported.filter((path) => !reached.includes(path))).toEqual([]);
  }
});
