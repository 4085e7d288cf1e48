import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./imports.js";

/** What a run of the command came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command as it was built, in a folder and with this on its standard input.
 *
 * @param program the folder of the package whose command it is.
 */
export function sdkwright(
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
