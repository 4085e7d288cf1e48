import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { built, here, root, sdk } from "./folders.js";

const compiler = join(root, "node_modules/typescript/bin/tsc");

/** Emits and builds the package, checks the suite against its types, and makes JavaScript of the suite. */
export async function setup(): Promise<void> {
  node(compiler, "-p", root);
  rmSync(sdk, { recursive: true, force: true });
  const document = join(root, "test/fixtures/runtimes.openapi.yaml");
  node(join(root, "dist/cli.js"), "generate", document, "--output", sdk);
  node(compiler, "-p", sdk);
  node(compiler, "-p", join(here, "suite"));
  node(compiler, "-p", here);
  const options = { bundle: true, format: "esm", target: "es2022", outdir: built } as const;
  // The package itself is left as it was built, so that each runtime resolves and loads it.
  await build({
    ...options,
    entryPoints: [join(here, "main.ts"), join(here, "load-main.ts")],
    platform: "node",
    external: ["#sdk", "#sdk/*"],
  });
  const inOneFile = [join(here, "page.ts"), join(here, "worker.ts")];
  await build({ ...options, entryPoints: inOneFile, platform: "browser" });
}

function node(...command: string[]): void {
  execFileSync(process.execPath, command, { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
}
