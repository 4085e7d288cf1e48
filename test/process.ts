import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Run } from "./command.js";
import { root } from "./imports.js";

/**
 * Starts the built command in a process of its own. Tests that need no process call `sdkwright` in
 * `command.ts`, which is twenty times as fast.
 *
 * @param program the folder of the package whose command is started.
 */
export function startSdkwright(
  folder: string,
  args: readonly string[],
  stdin: string | Uint8Array = "",
  environment: Readonly<Record<string, string>> = {},
  program = root,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(program, "dist/cli.js"), ...args], {
      cwd: folder,
      env: { ...process.env, ...environment },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (text) => {
      stdout += text;
    });
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });
}
