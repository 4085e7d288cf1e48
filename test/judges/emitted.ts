import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compiler, here, packages, root } from "./folders.js";

/**
 * Generates and builds the package of a document, and returns its folder.
 *
 * @param settings further settings of `sdkwright.json`.
 */
export function emitted(name: string, document: string, settings: object = {}): string {
  const folder = join(packages, name);
  rmSync(folder, { recursive: true, force: true });
  const config = `${folder}.sdkwright.json`;
  writeFileSync(config, JSON.stringify({ input: document, ...settings }));
  node(join(root, "dist/cli.js"), "generate", "--config", config, "--output", folder);
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
