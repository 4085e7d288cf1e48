import type { Arguments, OptionTable, PositionalTable } from "./arguments.js";
import { inputOptions, namingOptions } from "./input-options.js";

export const generatePositionals = {
  input: {
    isRequired: false,
    describe: "OpenAPI document in YAML or JSON: a path, a URL, or - for standard input",
  },
} as const satisfies PositionalTable;

export const generateOptions = {
  output: {
    kind: "text",
    short: "o",
    value: "DIR",
    describe: "Folder to write (default: generated)",
  },
  ...namingOptions,
  ...inputOptions,
  fetchClient: { kind: "flag", describe: "Add an openapi-fetch client to the package" },
  check: {
    kind: "flag",
    describe: "Write nothing; exit with 3 if the folder is out of date",
  },
  force: {
    kind: "flag",
    describe: "Overwrite files that were edited or not written by sdkwright",
  },
  codeSamples: {
    kind: "text",
    value: "FILE",
    describe: "Also write the code samples to this file, as an OpenAPI overlay",
  },
  watch: { kind: "flag", describe: "Generate again when an input file changes" },
  noCache: { kind: "flag", describe: "Run in full, even if nothing changed since the last run" },
  strict: { kind: "flag", describe: "Treat warnings as errors" },
  json: { kind: "flag", describe: "Print the result as JSON" },
} as const satisfies OptionTable;

/** The arguments of `sdkwright generate`. */
export type GenerateArguments = Arguments<typeof generateOptions, typeof generatePositionals>;
