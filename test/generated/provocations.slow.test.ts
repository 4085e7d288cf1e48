import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { apiFrom } from "../../generator/model/model.js";
import { read } from "../../generator/read/read.js";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { compiled, printed } from "../snippets/compile.js";
import { provocationsOf } from "./provocations.js";

// Below the root, where a package finds what it depends on.
const folder = join(root, "node_modules/.sdkwright-provocations");
const compiler = join(root, "node_modules/typescript-7/bin/tsc");

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

/** The one of Clerk isn't part of this repository: it is tested where that folder exists. */
const documents = [
  "spec/domains.openapi.yaml",
  ...["everything", "newer", "shapes", "streams"].map(
    (name) => `test/fixtures/${name}.openapi.yaml`,
  ),
  "../shared/specs/clerk-bapi-2026-05-12.yml",
].filter((document) => existsSync(join(root, document)));

describe.each(documents)("the double of %s", (document) => {
  test("provokes every member of every error union", { timeout: 300_000 }, async () => {
    const reading = await read(join(root, document));
    if (!reading.ok) throw new Error("the document can't be read");
    const code = provocationsOf(apiFrom(reading.source.document));
    const sdk = join(folder, document.replace(/\W/g, "-"));
    mkdirSync(folder, { recursive: true });
    await sdkwright(folder, ["generate", join(root, document), "--output", sdk]);
    await printed(compiler, ["-p", sdk], sdk);
    const snippet = { name: document, operationId: null, method: "", path: "", code };
    const { programs, complaints } = await compiled([snippet], {
      sdk,
      scratch: `${sdk}-programs`,
      compiler,
    });
    expect(complaints).toEqual([]);
    const [program] = programs;
    expect(await printed(program?.file ?? "", [], folder)).toMatch(/^\d+ provoked$/);
  });
});
