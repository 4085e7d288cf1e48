import { execFile } from "node:child_process";
import { join } from "node:path";
import { root } from "../imports.js";

/** What an emitted package has to please: what each is called, where it is, and its version. */
export const compilers = [
  ["TypeScript 5.9", "node_modules/typescript/bin/tsc", "Version 5.9"],
  ["TypeScript 7", "node_modules/typescript-7/bin/tsc", "Version 7"],
] as const;

/** What a compiler prints; a project without an error prints nothing. */
export function output(compiler: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, compiler), ...args], { cwd: root }, (_, stdout) =>
      resolve(stdout.trim()),
    );
  });
}
