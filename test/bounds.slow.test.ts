import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "./imports.js";
import { temporaryFolder } from "./temporary-folder.js";

const run = promisify(execFile);

it("8 MB of numbers in an extension become a package within 250 MB", async () => {
  const folder = temporaryFolder();
  const info = '"info": { "title": "Pets", "version": "1.0.0" }';
  const paths =
    '"paths": { "/pets": { "get": { "responses": { "204": { "description": "Done" } } } } }';
  const numbers = `[${"0,".repeat(4_000_000)}0]`;
  const document = `{ "openapi": "3.1.0", ${info}, ${paths}, "x-numbers": ${numbers} }`;
  writeFileSync(join(folder, "api.json"), document);
  // Node.js ends with an error if the heap gets larger. An object for each number takes 1.2 GB.
  const limited = ["--max-old-space-size=250", join(root, "dist/cli.js")];
  const args = [...limited, "generate", "api.json", "--output", "sdk", "--no-cache"];
  const { stdout } = await run(process.execPath, args, { cwd: folder });
  expect(stdout).toMatch(/^sdk was written: /);
});
