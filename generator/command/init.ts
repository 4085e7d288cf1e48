import { existsSync } from "node:fs";
import { writeSingleFile } from "../emit/disk/disk.js";
import { entryAt } from "../emit/disk/folder.js";
import type { Generator } from "../migrate/proposal.js";
import { printableLine, visible } from "../text.js";
import { exitCode, type IO, refuse } from "./io.js";
import { type Arguments, commandFrom, type OptionTable } from "./parser.js";

const positionals = {
  input: {
    type: "string",
    nargs: 1,
    describe: "OpenAPI document in YAML or JSON: a path or a URL",
    defaultDescription: "the first of openapi.yaml, openapi.json, swagger.yaml, … that exists",
  },
} as const satisfies OptionTable;

const options = {
  from: {
    choices: ["speakeasy", "stainless"] satisfies readonly Generator[],
    requiresArg: true,
    describe: "Read the settings of another generator in the current folder",
  },
  force: { type: "boolean", describe: "Replace existing files" },
} as const satisfies OptionTable;

export const initCommand = commandFrom({
  usage: "init [input]",
  summary: "Write a settings file, sdkwright.json, in the current folder",
  positionals,
  options,
  exitCodes: { failure: "a file to read is missing or invalid, or a file to write already exists" },
  check: () => null,
  run: runInit,
});

const settingsFile = "sdkwright.json";

/** Describes the settings to editors. Relative, so that it fits the installed version. */
const schema = "./node_modules/sdkwright/generator/settings.schema.json";

/** The names of another generator, as an overlay. */
const namesFile = "names.overlay.yaml";

async function runInit(
  { input, from, force }: Arguments<typeof positionals & typeof options>,
  io: IO,
): Promise<number> {
  const present = [settingsFile, ...(from === undefined ? [] : [namesFile])].find(
    // Also refuses a symbolic link without a target, which would be written through.
    (path) => entryAt(path) !== null,
  );
  if (present !== undefined && !force) {
    return refuseFor(`${present} already exists; use --force to replace it`, io);
  }
  return from === undefined ? startWith(input, io) : migrate(from, input, io);
}

/** Asks for the document and the output folder, and writes them as settings. */
async function startWith(input: string | undefined, io: IO): Promise<number> {
  const found = input ?? likelyDocument();
  const answers = await ask(io, [
    ["OpenAPI document", found ?? "openapi.yaml"],
    ["Output folder", "generated"],
  ]);
  const [document = "", output = ""] = answers;
  if (!URL.canParse(document) && !existsSync(document)) {
    const hint =
      found === undefined ? "name it: sdkwright init path/to/openapi.yaml" : "check its path";
    return refuseFor(`there is no document ${document}; ${hint}`, io);
  }
  writeSettings({ input: document, output });
  io.stdout.write(`Wrote ${settingsFile}. Next, run: npx sdkwright generate\n`);
  return exitCode.success;
}

/** Writes settings equivalent to those of another generator, and lists the ones without an equivalent. */
async function migrate(from: Generator, input: string | undefined, io: IO): Promise<number> {
  // Imported here, because every command loads this module.
  const { migrationFrom } = await import("../migrate/migrate.js");
  const migration = await migrationFrom(from, input ?? likelyDocument());
  if ("missing" in migration) return refuseFor(`there is no ${migration.missing}`, io);
  if (!migration.ok) return refuse(migration.problems, io);
  const { settings, overlay, notes, sources } = migration.proposal;
  const overlays = [...(settings.overlays ?? []), ...(overlay === null ? [] : [namesFile])];
  writeSettings({
    input: input ?? likelyDocument(),
    ...settings,
    ...(overlays.length > 0 && { overlays }),
  });
  if (overlay !== null) writeSingleFile(namesFile, overlay);
  const written = overlay === null ? settingsFile : `${settingsFile} and ${namesFile}`;
  const lines = [
    `Wrote ${written} from ${sources.join(" and ")}. Next, run: npx sdkwright generate`,
    ...(notes.length > 0 ? ["Not carried over:"] : []),
    ...notes.map((note) => `  ${note}`),
  ];
  for (const line of lines) io.stdout.write(`${printableLine(line)}\n`);
  return exitCode.success;
}

function writeSettings(settings: object): void {
  const text = JSON.stringify({ $schema: schema, ...settings }, null, 2);
  writeSingleFile(settingsFile, `${visible(text)}\n`);
}

function likelyDocument(): string | undefined {
  return ["openapi", "swagger", "api", "spec/openapi", "docs/openapi"]
    .flatMap((name) => ["yaml", "yml", "json"].map((extension) => `${name}.${extension}`))
    .find((path) => existsSync(path));
}

/** Asks on a terminal, and takes the defaults elsewhere. */
async function ask(
  { stdout }: IO,
  questions: readonly (readonly [question: string, usual: string])[],
): Promise<string[]> {
  if (!stdout.isTTY || !process.stdin.isTTY) return questions.map(([, fallback]) => fallback);
  // Imported here, because every command loads this module.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: string[] = [];
  for (const [question, fallback] of questions) {
    answers.push((await terminal.question(`${question} (${fallback}): `)).trim() || fallback);
  }
  terminal.close();
  return answers;
}

function refuseFor(message: string, { stderr }: IO): number {
  stderr.write(`${printableLine(`sdkwright: ${message}`)}\n`);
  return exitCode.failure;
}
