import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../generator/generate.js";
import { root } from "./imports.js";
import { temporaryFolder } from "./temporary-folder.js";

/** What a compiler says of a package; one without an error prints nothing. */
function errorsIn(folder: string, compiler: string): string {
  try {
    return execFileSync(process.execPath, [join(root, compiler), "-p", folder, "--noEmit"], {
      encoding: "utf8",
    });
  } catch (thrown) {
    return thrown instanceof Error && "stdout" in thrown ? String(thrown.stdout) : String(thrown);
  }
}

it.each([
  ["schemas that are hard to spell", "shapes"],
  ["words of OpenAPI 3.2", "newer"],
])("%s give a package without a type error", async (_, fixture) => {
  const document = join(root, `test/fixtures/${fixture}.openapi.yaml`);
  const { files, problems } = await generate(document, {});
  expect(problems).toEqual([]);
  const folder = temporaryFolder();
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const { path, text } of files ?? []) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(errorsIn(folder, "node_modules/typescript-7/bin/tsc")).toBe("");
  expect(errorsIn(folder, "node_modules/typescript/bin/tsc")).toBe("");
});
