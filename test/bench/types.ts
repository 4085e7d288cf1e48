import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cost, costOf, inTurn, median } from "./cost.js";
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
  noEmit: true,
};

/** What compilers measure of a document. */
interface Section {
  readonly title: string;
  readonly projects: readonly Project[];
}

interface Project {
  readonly generator: Generator;
  readonly project: string;
}

/**
 * What the compilers take for a program that imports the whole client, and for one that calls one
 * operation; and for a project as `tsc --init` makes it, which skips declarations of packages.
 */
export function typeCheck(measured: readonly Measured[], rounds: number): string {
  return measured
    .flatMap(sectionsOf)
    .filter(({ projects }) => projects.length > 0)
    .flatMap(({ title, projects }) =>
      compilers.map(({ name, path }) => {
        const costs = inTurn(rounds, projects, ({ project }) =>
          costOf([node, path, "-p", project, "--extendedDiagnostics"], bench),
        );
        const found = projects.map((each) => [each.generator, costs.get(each) ?? []] as const);
        return heading(3, `${title}, ${name}`) + table(columns, rowsOf(new Map(found)));
      }),
    )
    .join("\n");
}

function sectionsOf(document: Measured): Section[] {
  const { name } = document;
  const client = ({ client }: Generator) => client;
  return [
    { title: name, projects: projectsOf(document, "strictest", client) },
    {
      title: `${name}, skipLibCheck`,
      projects: projectsOf(document, "skipping", client),
    },
    {
      title: `${name}, as published`,
      projects: projectsOf(document, "published", (each) => declarationsOf(each, document)),
    },
    {
      title: `${name}, one operation`,
      projects: projectsOf(document, "one-operation", programOf(document)),
    },
  ];
}

function rowsOf(costs: ReadonlyMap<Generator, readonly Cost[]>): string[][] {
  const cpu = (generator: Generator) => {
    const found = costs.get(generator) ?? [];
    return found.length === 0 ? null : median(found.map((cost) => cost.cpu));
  };
  return [...costs].map(([generator, [first]]) => {
    const said = (label: string) =>
      new RegExp(`^${label}:\\s+(\\S+)`, "m").exec(first?.output ?? "")?.[1] ?? "";
    const errors = [...(first?.output ?? "").matchAll(/: error TS\d+:/g)].length;
    return [
      generator.name,
      amount(cpu(generator) ?? Number.NaN, 2),
      ratio(cpu(ours), cpu(generator)),
      said("Memory used"),
      said("Files"),
      said("Types"),
      said("Instantiations"),
      String(errors),
    ];
  });
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

/** The declarations that our package is published with: those of others are for them to make. */
function declarationsOf(generator: Generator, document: Measured): string | null {
  if (generator !== ours) return null;
  const folder = outputOf(generator, document);
  const { isDone, output } = costOf([node, installed("typescript/bin/tsc"), "-p", folder], bench);
  if (!isDone) throw new Error(`${folder} can't be built: ${output}`);
  return "dist/index.d.ts";
}

/**
 * Writes a program that uses one operation into the output; `null` where one can't be had alone. The
 * call that is measured everywhere is one of the Domains API, which some documents have within.
 */
function programOf(document: Measured): (generator: Generator) => string | null {
  const text = readFileSync(document.path, "utf8");
  const call = text.includes("ListDomains")
    ? "one"
    : text.includes("licenses/get-all-commonly-used")
      ? "licenses"
      : null;
  return (generator) => {
    const source = call === null ? null : generator[call];
    if (source === null) return null;
    const program = "one-operation.ts";
    writeFileSync(join(outputOf(generator, document), program), source);
    return program;
  };
}

/** Projects beside the outputs, so that packages are found from there. */
function projectsOf(
  document: Measured,
  kind: string,
  fileOf: (generator: Generator) => string | null,
): Project[] {
  const compilerOptions = { ...strictest, skipLibCheck: kind === "skipping" };
  return generators.flatMap((generator) => {
    const folder = outputOf(generator, document);
    if (!existsSync(join(folder, generator.client))) return [];
    const file = fileOf(generator);
    if (file === null) return [];
    const project = join(folder, "..", `${document.name}.${kind}.tsconfig.json`);
    const files = [`${document.name}/${file}`];
    writeFileSync(project, JSON.stringify({ compilerOptions, files }));
    return [{ generator, project }];
  });
}
