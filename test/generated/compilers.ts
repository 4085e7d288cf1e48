import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
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

/**
 * What a compiler prints for a program that imports the package emitted into `sdk/` of a folder.
 *
 * @param name the package's name in the program.
 */
export async function programErrors(
  compiler: string,
  folder: string,
  name: string,
  program: string,
): Promise<string> {
  await writeFile(join(folder, "calls.ts"), program);
  const project = {
    extends: "./sdk/tsconfig.json",
    include: ["calls.ts"],
    compilerOptions: {
      rootDir: folder,
      noEmit: true,
      declaration: false,
      declarationMap: false,
      sourceMap: false,
      paths: { [name]: [join(folder, "sdk/src/index.ts")] },
    },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
  return output(compiler, "-p", join(folder, "tsconfig.json"));
}
