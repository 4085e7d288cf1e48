import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../imports.js";

export const run = promisify(execFile);

/** Packs a folder as its publisher would, and resolves to the path of the tarball. */
export async function packed(source: string, into: string): Promise<string> {
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", into], {
    cwd: source,
  });
  return join(into, stdout.trim().split("\n").at(-1) ?? "");
}

/** An empty project with these packages. */
export async function projectWith(folder: string, packages: readonly string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  await run("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: folder });
  return folder;
}

/** The packages of a project, each by the path of its folder below `node_modules`. */
export async function packagesOf(project: string): Promise<string[]> {
  const names = await readdir(join(project, "node_modules"), { recursive: true });
  const own = names.filter((name) =>
    /(^|node_modules\/)(@[^/]+\/)?[^/]+\/package\.json$/.test(name),
  );
  return own.map((name) => name.replace(/\/package\.json$/, "")).sort();
}

/**
 * The findings of publint and of Are the types wrong?, as text; empty if there are none.
 *
 * The packages are ES modules, so `esm-only` leaves out two resolutions. `node10` reads no `exports`,
 * and no supported version of Node.js resolves so. CommonJS is left out because the tool doesn't know
 * that `require` loads ES modules since Node.js 20.19; `consumer.test.ts` does that.
 */
export async function findingsOf(tarball: string, profile = "esm-only"): Promise<string> {
  const bin = join(root, "test/package/node_modules/.bin");
  const published = await run(join(bin, "publint"), [
    "run",
    tarball,
    "--strict",
    "--level",
    "suggestion",
  ])
    .then(({ stdout }) =>
      stdout.replace(/^Running publint.*\n|^Unpacking.*\n|^Linting.*\n|^All good!\n/gm, ""),
    )
    .catch((error: { stdout: string }) => error.stdout);
  const typed = await run(join(bin, "attw"), [
    tarball,
    "--profile",
    profile,
    "--format",
    "ascii",
    "--no-color",
  ])
    .then(() => "")
    .catch((error: { stdout: string }) => error.stdout);
  return published + typed;
}
