import { existsSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { costOf, inTurn, median } from "./cost.js";
import type { Measured } from "./documents.js";
import { bench, installed, node } from "./folders.js";
import { outputOf } from "./generation.js";
import { type Generator, generators, ours } from "./peers.js";
import { amount, heading, ratio, table } from "./table.js";

const compilers = [
  { name: "TypeScript 5.9", path: installed("typescript/bin/tsc") },
  { name: "TypeScript 7", path: installed("typescript-7/bin/tsc") },
];

/** What a project that uses a client may ask of its types; what is about style is left to whoever wrote it. */
const strictest = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  types: [],
  module: "ESNext",
  moduleResolution: "bundler",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  skipLibCheck: false,
  noEmit: true,
};

/** What the compilers take for a program that imports the whole client, and for one operation of ours. */
export function typeCheck(measured: readonly Measured[], rounds: number): string {
  return measured
    .flatMap((document) =>
      compilers.map((compiler) => {
        const subjects = generators
          .filter((generator) => existsSync(join(outputOf(generator, document), generator.client)))
          .map((generator) => ({ generator, project: projectOf(generator, document) }));
        const results = inTurn(rounds, subjects, ({ project }) =>
          costOf([node, compiler.path, "-p", project, "--extendedDiagnostics"], bench),
        );
        const cpu = (generator: Generator | undefined) => {
          const subject = subjects.find((each) => each.generator === generator);
          const costs = (subject && results.get(subject)) ?? [];
          return costs.length === 0 ? null : median(costs.map((cost) => cost.cpu));
        };
        const rows = subjects.map((subject) => {
          const [first] = results.get(subject) ?? [];
          const said = (label: string) =>
            new RegExp(`^${label}:\\s+(\\S+)`, "m").exec(first?.output ?? "")?.[1] ?? "";
          const errors = [...(first?.output ?? "").matchAll(/: error TS\d+:/g)].length;
          return [
            subject.generator.name,
            amount(cpu(subject.generator) ?? Number.NaN, 2),
            ratio(cpu(ours), cpu(subject.generator)),
            said("Memory used"),
            said("Files"),
            said("Types"),
            said("Instantiations"),
            String(errors),
          ];
        });
        return heading(3, `${document.name}, ${compiler.name}`) + table(columns, rows);
      }),
    )
    .join("\n");
}

const columns = [
  "",
  "CPU seconds",
  "ours ÷ it",
  "Memory",
  "Files",
  "Types",
  "Instantiations",
  "Errors",
];

/** A project beside the output, so that packages are found from there. */
function projectOf(generator: Generator, document: Measured): string {
  const folder = outputOf(generator, document);
  const project = join(folder, "..", `${document.name}.tsconfig.json`);
  const include = [relative(join(folder, ".."), join(folder, generator.client))];
  writeFileSync(project, JSON.stringify({ compilerOptions: strictest, files: include }));
  return project;
}
