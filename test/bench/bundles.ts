import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { costOf } from "./cost.js";
import type { Measured } from "./documents.js";
import { bench, installed, node } from "./folders.js";
import { outputOf } from "./generation.js";
import { type Generator, generators } from "./peers.js";
import { amount, table } from "./table.js";

/** What clients add to a page: minified by esbuild, then compressed. */
export function bundles(measured: readonly Measured[]): string {
  const [smallest] = measured;
  const columns = ["", "One operation, bytes", ...measured.map(({ name }) => `All of ${name}`)];
  const rows = generators.map((generator) => [
    generator.name,
    smallest ? sizeOf(generator, smallest, "one") : "",
    ...measured.map((document) => sizeOf(generator, document, "whole")),
  ]);
  return table(columns, rows);
}

function sizeOf(generator: Generator, document: Measured, part: "one" | "whole"): string {
  const path = bundleOf(generator, document, part, ["--minify"]);
  return path === null ? "" : amount(gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

/** The path of a bundle, or `null` where there is none to make. */
export function bundleOf(
  generator: Generator,
  document: Measured,
  part: "one" | "whole",
  options: readonly string[] = [],
): string | null {
  const folder = outputOf(generator, document);
  const source = generator[part];
  if (source === null || !existsSync(join(folder, generator.client))) return null;
  const entry = join(folder, `bench-${part}.ts`);
  const bundle = join(folder, `bench-${part}.mjs`);
  writeFileSync(entry, source);
  const flags = ["--bundle", "--format=esm", "--target=es2022", "--log-level=error", ...options];
  const command = [node, installed("esbuild/bin/esbuild"), entry, `--outfile=${bundle}`, ...flags];
  const { isDone, output } = costOf(command, bench);
  if (!isDone) throw new Error(`${entry} can't be bundled: ${output}`);
  return bundle;
}
