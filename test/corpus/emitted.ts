import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { deadLinks } from "../../generator/emit/links.js";
import { type Limits, runNode } from "./child.js";
import type { Emitted } from "./outcome.js";

/** The strictest that a user may set, whatever the emitted `tsconfig.json` says. */
const strictest = (
  "strict noUncheckedIndexedAccess exactOptionalPropertyTypes noPropertyAccessFromIndexSignature " +
  "noImplicitOverride noImplicitReturns noFallthroughCasesInSwitch noUnusedLocals " +
  "noUnusedParameters verbatimModuleSyntax isolatedModules"
)
  .split(" ")
  .map((flag) => `--${flag}`);

/** What is in an output folder, or `null` where there is none. */
export async function emittedIn(
  folder: string,
  documented: number,
  compiler: string,
  limits: Limits,
): Promise<Emitted | null> {
  if (!statSync(folder, { throwIfNoEntry: false })) return null;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const pages = files.filter((path) => !path.startsWith("src")).map((path) => fileAt(folder, path));
  const dead = deadLinks(pages).map(({ path, link }) => `${link || "(empty)"} in ${path}`);
  const flags = ["--noEmit", "--pretty", "false", "--skipLibCheck", "false", ...strictest];
  const check = await runNode([compiler, "-p", folder, ...flags], folder, limits);
  return {
    operations: { exported: exportedIn(folder), documented },
    deadLinks: dead,
    failingPrograms: [],
    typeErrors: check.code === 0 ? [] : errorsIn(check.output || check.complaints),
  };
}

function fileAt(folder: string, path: string) {
  const isFile = statSync(join(folder, path)).isFile();
  return {
    path,
    text: isFile && path.endsWith(".md") ? readFileSync(join(folder, path), "utf8") : "",
  };
}

/** Each operation is one exported function of one module. */
function exportedIn(folder: string): number {
  const modules = join(folder, "src/operations");
  if (!statSync(modules, { throwIfNoEntry: false })) return 0;
  return readdirSync(modules)
    .map((name) => readFileSync(join(modules, name), "utf8"))
    .map((text) => text.match(/^export (async )?function /gm)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

function errorsIn(output: string): string[] {
  const errors = output.split("\n").filter((line) => / error TS\d+: /.test(line));
  return errors.length > 0 ? errors : [`the compiler dies: ${output.trim().slice(-200)}`];
}
