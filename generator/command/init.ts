import { existsSync } from "node:fs";
import { writeSingleFile } from "../emit/disk/disk.js";
import { entryAt } from "../emit/disk/folder.js";
import { printableLine } from "../text.js";
import { exitCode, type IO } from "./io.js";
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
  force: { type: "boolean", describe: "Replace an existing sdkwright.json" },
} as const satisfies OptionTable;

export const initCommand = commandFrom({
  usage: "init [input]",
  summary: "Write a settings file, sdkwright.json, in the current folder",
  positionals,
  options,
  exitCodes: "0 success, 1 nothing was written, 2 bad arguments",
  check: () => null,
  run: runInit,
});

const settingsFile = "sdkwright.json";

/** Describes the settings to editors. Relative, so that it fits the installed version. */
const schema = "./node_modules/sdkwright/generator/settings.schema.json";

async function runInit(
  { input, force }: Arguments<typeof positionals & typeof options>,
  io: IO,
): Promise<number> {
  // Also a symbolic link that leads nowhere: somebody else chose where it leads.
  if (entryAt(settingsFile) !== null && !force) {
    return refuse(`${settingsFile} exists already; --force replaces it`, io);
  }
  const found = input ?? usualDocument();
  const answers = await ask(io, [
    ["OpenAPI document", found ?? "openapi.yaml"],
    ["Output folder", "generated"],
  ]);
  const [document = "", output = ""] = answers;
  if (!URL.canParse(document) && !existsSync(document)) {
    const hint =
      found === undefined ? "name it: sdkwright init path/to/openapi.yaml" : "check its path";
    return refuse(`there is no document ${document}; ${hint}`, io);
  }
  const settings = { $schema: schema, input: document, output };
  writeSingleFile(settingsFile, `${JSON.stringify(settings, null, 2)}\n`);
  io.stdout.write(`${settingsFile} was written; next: npx sdkwright generate\n`);
  return exitCode.success;
}

function usualDocument(): string | undefined {
  return ["openapi", "swagger", "api", "spec/openapi", "docs/openapi"]
    .flatMap((name) => ["yaml", "yml", "json"].map((extension) => `${name}.${extension}`))
    .find((path) => existsSync(path));
}

/** Asks on a terminal, and takes the defaults elsewhere. */
async function ask(
  { stdout }: IO,
  questions: readonly (readonly [question: string, usual: string])[],
): Promise<string[]> {
  if (!stdout.isTTY || !process.stdin.isTTY) return questions.map(([, usual]) => usual);
  // Imported here, because every command loads this module.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: string[] = [];
  for (const [question, usual] of questions) {
    answers.push((await terminal.question(`${question} (${usual}): `)).trim() || usual);
  }
  terminal.close();
  return answers;
}

function refuse(message: string, { stderr }: IO): number {
  stderr.write(`${printableLine(`sdkwright: ${message}`)}\n`);
  return exitCode.invalidDocument;
}
