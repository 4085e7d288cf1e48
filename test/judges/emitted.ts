import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { compiler, here, packages, root } from "./folders.js";

/** Generates and builds the package of a document, and returns its folder. */
export function emitted(name: string, document: string): string {
  const folder = join(packages, name);
  rmSync(folder, { recursive: true, force: true });
  node(join(root, "dist/cli.js"), "generate", document, "--output", folder);
  node(compiler, "-p", folder);
  return folder;
}

/** Runs a program, and prints what it says if it fails. */
export function node(...command: string[]): void {
  execFileSync(process.execPath, command, {
    cwd: here,
    stdio: ["ignore", process.stderr, process.stderr],
  });
}
