import { methodNamings } from "../plan/names/method-naming.js";
import { settingProblem } from "../settings.js";
import { headerProblem } from "./header.js";
import type { Arguments, OptionTable } from "./parser.js";

/** Options that change a document before it is used; `diff` applies them to both documents. */
export const inputOptions = {
  overlay: list("Apply an OpenAPI overlay (repeatable, in order)"),
  include: list("Keep only tag:…, path:…, operation:… or deprecated (repeatable)"),
  exclude: list("Leave out operations that match (repeatable)"),
  header: {
    ...list('Send "Name: value", or "Name: env:VARIABLE", to the document\'s origin (repeatable)'),
    alias: "H",
  },
  "allow-refs-from": list("Also allow references to files in this folder (repeatable)"),
  "allow-remote-refs": {
    type: "string",
    array: true,
    describe: "Allow references to these hosts, or to every host",
  },
} as const satisfies OptionTable;

/** Options that name the package and the file with the settings. */
export const namingOptions = {
  config: {
    type: "string",
    requiresArg: true,
    describe: "Settings file (default: sdkwright.json, if no input is given)",
  },
  "package-name": { type: "string", requiresArg: true, describe: "Name of the package" },
  "class-name": { type: "string", requiresArg: true, describe: "Name of the client class" },
  "method-names": {
    choices: methodNamings,
    requiresArg: true,
    describe: "Method names without (short) or with (full) the resource's words",
    defaultDescription: "short",
  },
} as const satisfies OptionTable;

/** An option with one value, which can be given again. */
export function list(describe: string) {
  return { type: "string", array: true, nargs: 1, describe } as const;
}

export const generatePositionals = {
  input: {
    type: "string",
    // Without a number, yargs takes `-` for the end of it.
    nargs: 1,
    describe: "OpenAPI document in YAML or JSON: a path, a URL, or - for standard input",
  },
} as const satisfies OptionTable;

export const generateOptions = {
  output: {
    type: "string",
    requiresArg: true,
    alias: "o",
    describe: "Folder to write",
    defaultDescription: "generated",
  },
  ...namingOptions,
  ...inputOptions,
  "fetch-client": { type: "boolean", describe: "Add an openapi-fetch client to the package" },
  check: { type: "boolean", describe: "Write nothing; exit with 3 if the folder is out of date" },
  force: {
    type: "boolean",
    describe: "Overwrite files that were edited or not written by sdkwright",
  },
  "code-samples": {
    type: "string",
    requiresArg: true,
    describe: "Also write the code samples to this file, as an OpenAPI overlay",
  },
  watch: { type: "boolean", describe: "Generate again when an input file changes" },
  "no-cache": {
    type: "boolean",
    describe: "Run in full, even if nothing changed since the last run",
  },
  strict: { type: "boolean", describe: "Treat warnings as errors" },
  json: { type: "boolean", describe: "Print the result as JSON" },
} as const satisfies OptionTable;

/** The arguments of `sdkwright generate`. */
export type GenerateArguments = Arguments<typeof generatePositionals & typeof generateOptions>;

type SettingArguments = Partial<Arguments<typeof inputOptions & typeof namingOptions>> & {
  readonly output?: string | undefined;
  readonly input?: string | undefined;
  readonly old?: string;
  readonly new?: string;
};

/**
 * Why an option that names, changes or finds the document can't be used; `null` if it can. The rules
 * are those of the configuration file.
 */
export function settingsProblem(args: SettingArguments): string | null {
  const { output, packageName, className, include, exclude, allowRefsFrom, allowRemoteRefs } = args;
  const settings = {
    ...{ output, packageName, className, overlays: args.overlay },
    ...{ include, exclude, allowRefsFrom, allowRemoteRefs },
  };
  for (const [name, value] of Object.entries(settings)) {
    const problem = value === undefined ? null : settingProblem(name, value);
    if (problem !== null) return problem;
  }
  return headerProblem(args);
}
