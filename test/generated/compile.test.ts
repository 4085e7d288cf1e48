import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../imports.js";

const compilers = [
  ["TypeScript 5.9", "node_modules/typescript/bin/tsc", "Version 5.9"],
  ["TypeScript 7", "node_modules/typescript-7/bin/tsc", "Version 7"],
] as const;

/** What a compiler prints; a project without an error prints nothing. */
function output(compiler: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, compiler), ...args], { cwd: root }, (_, stdout) =>
      resolve(stdout.trim()),
    );
  });
}

describe.each(compilers)("under %s", (_, compiler, version) => {
  it("is meant", async () => {
    expect(await output(compiler, "--version")).toContain(version);
  });

  it("the emitted package has no type error", async () => {
    expect(await output(compiler, "-p", "generated", "--noEmit")).toBe("");
  });

  it("what must compile does, and what must not doesn't", async () => {
    expect(await output(compiler, "-p", "test/generated/types")).toBe("");
  });
});
