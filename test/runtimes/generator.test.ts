import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { treeAt } from "../emit/tree.js";
import { temporaryFolder } from "../temporary-folder.js";
import { root } from "./folders.js";
import { node20, node22, node24, type Runtime } from "./runtimes.js";

/** What the command makes of a document, byte by byte. */
function emittedBy({ command }: Runtime) {
  const output = join(temporaryFolder(), "out");
  const document = join(root, "test/fixtures/everything.openapi.yaml");
  execFileSync(command(), [join(root, "dist/cli.js"), "generate", document, "--output", output]);
  return treeAt(output);
}

it("the same document becomes the same bytes on every version of Node", () => {
  const want = emittedBy(node20);
  expect(emittedBy(node22)).toEqual(want);
  expect(emittedBy(node24)).toEqual(want);
});
