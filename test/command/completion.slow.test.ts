import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { temporaryFolder } from "../temporary-folder.js";

/** Completes a command line in bash, as pressing Tab twice does. */
async function completionsOf(...words: string[]): Promise<string[]> {
  const folder = temporaryFolder();
  const program = join(folder, "sdkwright");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/cli.js" "$@"\n`);
  chmodSync(program, 0o755);
  const { code, stdout } = await sdkwright(folder, ["completion"]);
  expect(code).toBe(0);
  writeFileSync(join(folder, "completion.sh"), stdout);
  const script = `. ./completion.sh
    COMP_WORDS=(sdkwright "$@"); COMP_CWORD=$#
    _sdkwright_yargs_completions
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"]}` };
  const args = ["-c", script, "bash", ...words];
  const printed = execFileSync("bash", args, { cwd: folder, env, encoding: "utf8" });
  return printed.trim().split("\n");
}

it.each([
  [["g"], ["generate"]],
  [["generate", "--pack"], ["--package-name"]],
  [
    ["generate", "--allow"],
    ["--allow-refs-from", "--allow-remote-refs"],
  ],
  [["diff", "--form"], ["--format"]],
  [["generate", "--method-names", "s"], ["short"]],
])("completes %j in bash", async (words, want) => {
  expect(await completionsOf(...words)).toEqual(want);
});
