import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { built } from "./folders.js";
import type { Engine, Place } from "./suite/case.js";
import type { LoadReport } from "./suite/load.js";
import type { Outcome } from "./suite/suite.js";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** A program that runs JavaScript from the command line. */
export interface Runtime {
  readonly engine: Engine;
  /** Where the program is; throws where its package isn't installed. */
  readonly command: () => string;
  /** Arguments before the file: only what a user of the package has to allow. */
  readonly flags: readonly string[];
}

export const node20: Runtime = {
  engine: "node",
  command: () => process.execPath,
  flags: ["--expose-gc"],
};

export const node22: Runtime = { ...node20, command: () => binary("node-22", "bin/node") };

export const node24: Runtime = { ...node20, command: () => binary("node-24", "bin/node") };

export const bun: Runtime = {
  engine: "bun",
  command: () => binary("@oven/bun-linux-x64", "bin/bun"),
  flags: [],
};

export const deno: Runtime = {
  engine: "deno",
  command: () => binary("@deno/linux-x64-glibc", "deno"),
  flags: [
    "run",
    "--no-prompt",
    "--allow-net",
    "--allow-env=THINGS_BEARER_AUTH",
    "--v8-flags=--expose-gc",
  ],
};

export async function suiteOn(runtime: Runtime, place: Place): Promise<Outcome[]> {
  return JSON.parse(await outputOf(runtime, join(built, "main.js"), [JSON.stringify(place)]));
}

export async function loadOn(runtime: Runtime, place: Place): Promise<LoadReport> {
  return JSON.parse(await outputOf(runtime, join(built, "load-main.js"), [JSON.stringify(place)]));
}

/** What a program prints; it is to end in good order and to say nothing else. */
export async function outputOf(
  { command, flags }: Runtime,
  file: string,
  args: readonly string[],
): Promise<string> {
  const { stdout, stderr } = await run(command(), [...flags, file, ...args], {
    env: { NO_COLOR: "1", THINGS_BEARER_AUTH: "from-the-environment" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stderr !== "") throw new Error(stderr);
  return stdout;
}

function binary(packageName: string, file: string): string {
  return join(dirname(require.resolve(`${packageName}/package.json`)), file);
}
