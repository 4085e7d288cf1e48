import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { strictFlags } from "../strict-flags.js";
import { type Limits, runNode } from "./child.js";

/** The strictest that a user may set, whatever the emitted `tsconfig.json` says. */
const strictest = { ...strictFlags, declaration: true };

/** Comparing types needs none of that, and ignores `undefined` in optional fields. */
const comparing = { strict: true, skipLibCheck: true };

export type Purpose = "package" | "referee";

/**
 * The type errors of packages, by their folders: one run of the compiler for all of them.
 *
 * @param root the folder that the packages are in.
 */
export async function typeErrorsOf(
  folders: readonly string[],
  purpose: Purpose,
  { root, compiler, limits }: { root: string; compiler: string; limits: Limits },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = folders.map((folder) => relative(root, folder));
  const include = names.map((name) =>
    purpose === "package" ? `${name}/src/**/*.ts` : `${name}/referee.ts`,
  );
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    types: [],
    module: "NodeNext",
    noEmit: true,
    ...(purpose === "package" ? strictest : comparing),
  };
  const project = join(root, `${purpose}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, include }));
  const run = await runNode([compiler, "-p", project, "--pretty", "false"], root, limits);
  const lines = run.output.split("\n").filter((line) => / error TS\d+: /.test(line));
  const dies = run.code !== 0 && lines.length === 0;
  const death = `the compiler dies: ${(run.output || run.complaints).trim().slice(-200)}`;
  return new Map(
    folders.map((folder, index) => {
      const own = lines.filter((line) => line.startsWith(`${names[index]}/`));
      return [folder, dies ? [death] : own];
    }),
  );
}
